import { IconArrowRight, IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { RecordLink } from '#renderer/components/record-link.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { Today } from '#shared/contract/today.ts';
import { coachingWords } from '#shared/i18n/coaching-words.ts';
import { Line } from './line.tsx';
import classes from './today.module.css';

/** What moved since the working day before, and what does not move at all. */
export function DealNewsPart({ data }: { data: Today }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { changes, stuck } = data;
  return (
    <div className={classes['news']}>
      <section className={classes['part']} aria-label={t('news.title')}>
        <div className={classes['head']}>
          <h2>{t('news.since', { on: format.dateWithWeekday(changes.fromOn) })}</h2>
          <Counts changes={changes} />
        </div>
        <DealLines changes={changes} />
      </section>
      <section className={classes['part']} aria-label={t('stuck.title')}>
        <h2>{t('stuck.title')}</h2>
        <StuckLines stuck={stuck} />
      </section>
    </div>
  );
}

function Counts({ changes }: Pick<Today, 'changes'>) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const tally = ({ count, amountMinor }: Today['changes']['won']) => ({
    count,
    amount: format.moneyShort(amountMinor),
  });
  const parts = [
    changes.new.count > 0 && t('news.new', tally(changes.new)),
    changes.forward > 0 && t('news.forward', { count: changes.forward }),
    changes.back > 0 && t('news.back', { count: changes.back }),
    changes.pushed > 0 && t('news.pushed', { count: changes.pushed }),
    changes.won.count > 0 && t('news.won', tally(changes.won)),
    changes.lost.count > 0 && t('news.lost', tally(changes.lost)),
  ].filter((part) => part !== false);
  return (
    <span className={classes['counts']}>
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </span>
  );
}

function DealLines({ changes }: Pick<Today, 'changes'>) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const words = useWords();
  if (changes.deals.items.length === 0) return <p className={classes['none']}>{t('news.none')}</p>;
  return (
    <>
      <ul className={classes['list']}>
        {changes.deals.items.map(({ move, ownerName, amountMinor }) => (
          <Line
            key={move.dealId}
            icon={IconArrowRight}
            action={<span className={classes['amount']}>{format.moneyShort(amountMinor)}</span>}
          >
            <RecordLink kind="deal" id={move.dealId}>
              <Name>{move.name}</Name>
            </RecordLink>{' '}
            <span className={classes['dim']}>
              <Name>{[ownerName, words.move(move)].filter(Boolean).join(' · ')}</Name>
            </span>
          </Line>
        ))}
      </ul>
      {changes.deals.more > 0 && (
        <span className={classes['dim']}>{t('news.more', { count: changes.deals.more })}</span>
      )}
    </>
  );
}

function StuckLines({ stuck }: Pick<Today, 'stuck'>) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const words = useWords();
  if (stuck.items.length === 0) return <p className={classes['none']}>{t('stuck.none')}</p>;
  return (
    <>
      <ul className={classes['list']}>
        {stuck.items.map(({ dealId, name, ownerName, amountMinor, reasons }) => (
          <Line
            key={dealId}
            icon={IconHourglass}
            tone="risk"
            action={<span className={classes['amount']}>{format.moneyShort(amountMinor)}</span>}
          >
            <RecordLink kind="deal" id={dealId}>
              <Name>{name}</Name>
            </RecordLink>{' '}
            <span className={classes['dim']}>
              <Name>{[ownerName, words.reasons(reasons)].filter(Boolean).join(' · ')}</Name>
            </span>
          </Line>
        ))}
      </ul>
      {stuck.more > 0 && (
        <span className={classes['dim']}>{t('stuck.more', { count: stuck.more })}</span>
      )}
    </>
  );
}

function useWords() {
  const { language, currency } = useSettings();
  return coachingWords(language, currency);
}
