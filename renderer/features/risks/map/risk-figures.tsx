import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { Figure } from '#renderer/components/figure.tsx';
import type { ExpectedTotal, RiskRegister } from '#shared/contract/risks.ts';

/** The expected loss of what is listed, and how much of it was estimated; gains stand apart. */
export function RiskFigures({ register }: { register: RiskRegister }) {
  const { t } = useTranslation('risks');
  const format = useFormat();
  const { expectedLoss, expectedGain, asOf } = register;
  const figureOf = ({ totalMinor, estimated, of }: ExpectedTotal) => ({
    value: estimated === 0 ? null : format.moneyShort(totalMinor),
    count: estimated,
    note: t('emvBasis', { estimated, total: of }),
    asOf,
  });
  return (
    <>
      <Figure label={t('emv')} formula={t('emvFormula')} {...figureOf(expectedLoss)} />
      {expectedGain.of > 0 && (
        <Figure label={t('gain')} formula={t('gainFormula')} {...figureOf(expectedGain)} />
      )}
    </>
  );
}
