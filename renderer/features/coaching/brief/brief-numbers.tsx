import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import type { BriefNumbers } from '#shared/contract/coaching-brief.ts';
import { PinButton } from './brief-line.tsx';
import classes from './brief-pane.module.css';
import { BriefSection, NoData } from './brief-section.tsx';

/** The quarter: attainment, gap, what is open for it, and the forecast beside the last one. */
export function BriefNumbersPart({ numbers }: { numbers: BriefNumbers }) {
  const { t } = useTranslation(['facts', 'coaching']);
  const format = useFormat();
  const { quotaMinor, wonMinor, openMinor, coveragePct, forecastMinor } = numbers;
  const money = (minor: number | null) => (minor === null ? null : format.moneyShort(minor));
  const isEmpty = quotaMinor === null && wonMinor === null;
  const figures = [
    {
      id: 'attainment',
      value: numbers.attainmentBp === null ? null : format.percent(numbers.attainmentBp / 10_000),
      note:
        quotaMinor === null
          ? t('numbers.noQuota')
          : t('numbers.wonOfQuota', { won: money(wonMinor) ?? '–', quota: money(quotaMinor) }),
    },
    { id: 'gap', value: money(numbers.gapMinor), note: '' },
    {
      id: 'open',
      value: money(openMinor),
      note: t('numbers.deals', { count: numbers.openCount }),
    },
    {
      id: 'coverage',
      value: coveragePct === null ? null : format.number(coveragePct / 100, 1),
      note: '',
    },
    { id: 'forecast', value: money(forecastMinor), note: useForecastNote(numbers) },
  ] as const;
  return (
    <BriefSection
      title={t('brief.numbers')}
      note={t('numbers.weeksLeft', { count: numbers.weeksLeft })}
    >
      {isEmpty ? (
        <NoData>{t('brief.noData')}</NoData>
      ) : (
        <div className={classes['figures']}>
          {figures.map(({ id, value, note }) => (
            <div key={id} className={`${classes['line']} ${classes['tile']}`}>
              <div>
                <div className={classes['dim']}>{t(`numbers.${id}`)}</div>
                <div className={value === null ? classes['dim'] : classes['amount']}>
                  {value ??
                    t(
                      id === 'coverage' && numbers.gapMinor === 0
                        ? 'numbers.noGap'
                        : 'brief.noData',
                    )}
                </div>
                <div className={classes['dim']}>{note}</div>
              </div>
              {value !== null && (
                <PinButton
                  line={`number:${id}`}
                  text={t('numbers.line', { label: t(`numbers.${id}`), value })}
                />
              )}
            </div>
          ))}
        </div>
      )}
    </BriefSection>
  );
}

function useForecastNote({ forecastMinor, lastForecastMinor }: BriefNumbers): string {
  const { t } = useTranslation(['facts', 'coaching']);
  const format = useFormat();
  if (forecastMinor === null || lastForecastMinor === null) return '';
  return t('numbers.sinceLast', { change: format.moneyChange(forecastMinor - lastForecastMinor) });
}
