import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { type HistoryField, HistoryPanel } from '#renderer/components/history/history-panel.tsx';
import { riskCategory, riskKind, riskStatus, riskTreatment } from '#shared/contract/risks.ts';

/** Every change of the risk's fields, in the words of its form. */
export function RiskHistory({ id }: { id: string }) {
  return <HistoryPanel table="risk" id={id} fields={useHistoryFields()} />;
}

function useHistoryFields(): Record<string, HistoryField> {
  const { t } = useTranslation('risks');
  const format = useFormat();
  return {
    title: { label: t('field.title') },
    status: {
      label: t('field.status'),
      show: (value) => t(`status.${riskStatus.parse(value)}`),
    },
    kind: { label: t('field.kind'), show: (value) => t(`kind.${riskKind.parse(value)}`) },
    category: {
      label: t('field.category'),
      show: (value) => t(`category.${riskCategory.parse(value)}`),
    },
    treatment: {
      label: t('field.treatment'),
      show: (value) => t(`treatment.${riskTreatment.parse(value)}`),
    },
    next_review_on: {
      label: t('field.nextReview'),
      show: (value) => format.date(String(value)),
    },
    loss_minor: { label: t('field.loss'), show: (value) => format.money(Number(value)) },
    probability_bp: {
      label: t('field.probabilityShare'),
      show: (value) => format.basisPoints(Number(value)),
    },
    ...scoreFields(t),
    accepted_by: { label: t('field.acceptedBy') },
    acceptance_reason: { label: t('field.acceptanceReason') },
    close_reason: { label: t('field.closeReason') },
  };
}

type Translate = ReturnType<typeof useTranslation<'risks'>>['t'];

function scoreFields(t: Translate): Record<string, HistoryField> {
  const pairs = (['inherent', 'current', 'target'] as const).flatMap((stage) =>
    (['probability', 'impact'] as const).map((axis) => [
      `${stage}_${axis}_1_5`,
      { label: `${t(`stage.${stage}`)} · ${t(`axis.${axis}`)}` },
    ]),
  );
  return Object.fromEntries(pairs);
}
