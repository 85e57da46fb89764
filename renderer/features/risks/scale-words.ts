import { useTranslation } from 'react-i18next';

/** The steps of both scales. */
export const scale = [1, 2, 3, 4, 5] as const;
export type Step = (typeof scale)[number];

/** The words of the scales, as they show while scoring. */
export function useScaleWords() {
  const { t } = useTranslation('risks');
  return {
    probability: (step: Step) => t(`probability.${step}`),
    probabilityHint: (step: Step) => t(`probabilityHint.${step}`),
    impact: (step: Step) => t(`impact.${step}`),
    impactHint: (step: Step) => t(`impactHint.${step}`),
  };
}
