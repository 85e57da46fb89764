import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { CommittedInput } from '#renderer/components/form/committed-input.tsx';
import type { DeskCurrency } from '#shared/contract/imports-desk.ts';
import { useChangeDesk } from '../use-desk.ts';
import classes from './columns.module.css';

/** Rates for amounts in other currencies; without one their rows come back. */
export function CurrencyRates({ currencies }: { currencies: readonly DeskCurrency[] }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const change = useChangeDesk();
  const { currency } = useSettings();
  return (
    <section className={classes['root']} aria-label={t('columns.currencies')}>
      <p className={classes['explain']}>{t('rates.explain', { currency })}</p>
      <ul className={classes['plain']}>
        {currencies.map(({ code, count, rate }) => (
          <li key={code} className={classes['rate']}>
            <strong>1 {code} =</strong>
            <CommittedInput
              size="xs"
              w={120}
              inputMode="decimal"
              aria-label={t('rates.of', { code, currency })}
              saved={rate ?? ''}
              onCommit={(value) =>
                change({ kind: 'rate', code, rate: value === '' ? null : value })
              }
            />
            <span>{currency}</span>
            <span className={classes['dim']}>
              {t('names.rows', { count, shown: format.number(count) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
