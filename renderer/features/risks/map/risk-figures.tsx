import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { Figure } from '#renderer/components/figure.tsx';
import type { RiskRegister } from '#shared/contract/risks.ts';

/** The expected loss of what is listed, and how much of it was estimated. */
export function RiskFigures({ register }: { register: RiskRegister }) {
  const { t } = useTranslation('risks');
  const format = useFormat();
  const { emvMinor, estimated, total, asOf } = register;
  return (
    <Figure
      label={t('emv')}
      value={estimated === 0 ? null : format.moneyShort(emvMinor)}
      formula={t('emvFormula')}
      count={estimated}
      asOf={asOf}
      note={t('emvBasis', { estimated, total })}
    />
  );
}
