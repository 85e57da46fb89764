import { Button } from '@mantine/core';
import {
  IconArrowRight,
  IconClockPause,
  IconHourglass,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { RecordLink } from '#renderer/components/record-link.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { MoveLens } from '#shared/contract/deal-changes.ts';
import type { StuckNews, Today } from '#shared/contract/today.ts';
import { coachingWords } from '#shared/i18n/coaching-words.ts';
import { MoreLines } from './more-lines.tsx';
import classes from './today.module.css';
import { useTodaySlots } from './today-slots.tsx';

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
        <ChangedDeals changes={changes} />
      </section>
      <section className={classes['part']} aria-label={t('stuck.title')}>
        <h2>{t('stuck.title')}</h2>
        <StuckDeals stuck={stuck} />
      </section>
    </div>
  );
}

/** How many of each kind; each opens its deals. */
function Counts({ changes }: Pick<Today, 'changes'>) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const tally = ({ count, amountMinor }: Today['changes']['won']) => ({
    count,
    amount: format.moneyShort(amountMinor),
  });
  const parts: readonly (readonly [MoveLens, number, string])[] = [
    ['new', changes.new.count, t('news.new', tally(changes.new))],
    ['forward', changes.forward, t('news.forward', { count: changes.forward })],
    ['back', changes.back, t('news.back', { count: changes.back })],
    ['pushed', changes.pushed, t('news.pushed', { count: changes.pushed })],
    ['won', changes.won.count, t('news.won', tally(changes.won))],
    ['lost', changes.lost.count, t('news.lost', tally(changes.lost))],
  ];
  return (
    <span className={classes['counts']}>
      {parts.map(
        ([lens, count, text]) =>
          count > 0 && (
            <ToChanges key={lens} fromOn={changes.fromOn} lens={lens}>
              {text}
            </ToChanges>
          ),
      )}
    </span>
  );
}

type ToChangesProps = { fromOn: string; lens?: MoveLens; children: ReactNode };

function ToChanges({ fromOn, lens, children }: ToChangesProps) {
  return (
    <Link
      className={classes['link'] ?? ''}
      to="/deals"
      search={{ view: 'changes', since: fromOn, filter: {}, lens }}
    >
      {children}
    </Link>
  );
}

function ChangedDeals({ changes }: Pick<Today, 'changes'>) {
  const { t } = useTranslation('today');
  const words = useWords();
  if (changes.deals.items.length === 0) return <p className={classes['none']}>{t('news.none')}</p>;
  return (
    <ul className={classes['list']}>
      <MoreLines
        list={changes.deals}
        rest={<ToChanges fromOn={changes.fromOn}>{t('news.all')}</ToChanges>}
        render={({ move, ownerName, amountMinor }) => (
          <DealLine
            key={move.dealId}
            icon={IconArrowRight}
            deal={{ id: move.dealId, name: move.name, ownerName, amountMinor }}
            words={words.move(move)}
          />
        )}
      />
    </ul>
  );
}

function StuckDeals({ stuck }: Pick<Today, 'stuck'>) {
  const { t } = useTranslation('today');
  const words = useWords();
  const { snoozeDeal } = useTodaySlots();
  const [snoozed, setSnoozed] = useState<StuckNews | null>(null);
  if (stuck.items.length === 0) return <p className={classes['none']}>{t('stuck.none')}</p>;
  return (
    <>
      <ul className={classes['list']}>
        <MoreLines
          list={stuck}
          rest={
            <Link
              className={classes['link'] ?? ''}
              to="/deals"
              search={{
                view: 'table',
                filter: { statuses: ['open'] },
                sort: { by: 'health', descending: true },
              }}
            >
              {t('stuck.all')}
            </Link>
          }
          render={(deal) => (
            <DealLine
              key={deal.dealId}
              icon={IconHourglass}
              tone="risk"
              deal={{ ...deal, id: deal.dealId }}
              words={words.reasons(deal.reasons)}
              action={
                <Button
                  data-act
                  size="compact-sm"
                  variant="subtle"
                  leftSection={<IconClockPause size={14} aria-hidden />}
                  aria-label={t('stuck.snoozeDeal', { name: deal.name })}
                  onClick={() => setSnoozed(deal)}
                >
                  {t('stuck.snooze')}
                </Button>
              }
            />
          )}
        />
      </ul>
      {snoozed !== null &&
        snoozeDeal({ id: snoozed.dealId, name: snoozed.name }, () => setSnoozed(null))}
    </>
  );
}

type DealLineProps = {
  icon: TablerIcon;
  tone?: 'risk';
  deal: { id: string; name: string; ownerName: string | null; amountMinor: number };
  words: string;
  action?: ReactNode;
};

function DealLine({ icon: Icon, tone, deal, words, action }: DealLineProps) {
  const format = useFormat();
  return (
    <li className={classes['deal']} data-line data-tone={tone}>
      <Icon size={18} stroke={1.6} aria-hidden />
      <span className={classes['cut']} title={deal.name}>
        <RecordLink kind="deal" id={deal.id}>
          <Name>{deal.name}</Name>
        </RecordLink>
      </span>
      <span className={classes['amount']}>{format.moneyShort(deal.amountMinor)}</span>
      <span className={classes['cut']}>
        <Name>{deal.ownerName ?? ''}</Name>
      </span>
      <span className={classes['words']}>
        <Name>{words}</Name>
      </span>
      {action ?? <span />}
    </li>
  );
}

function useWords() {
  const { language, currency } = useSettings();
  return coachingWords(language, currency);
}
