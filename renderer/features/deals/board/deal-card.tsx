import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { useNearDay } from '#renderer/api/use-moment.ts';
import { Name } from '#renderer/components/text/name.tsx';
import type { DealSummary } from '#shared/contract/deal-records.ts';
import { lossReasonWords } from '#shared/i18n/loss-reason-words.ts';
import { HealthMark } from '../health-mark.tsx';
import { NextStepMark } from '../next-step-mark.tsx';
import classes from './deal-card.module.css';

export type CardState = 'still' | 'lifted' | 'sending' | 'returned';

export type DealCardProps = {
  deal: DealSummary;
  state: CardState;
  isOpen: boolean;
  /** The card that the keys are on. */
  isCurrent: boolean;
  /** The one card of its column that Tab reaches. */
  isTabStop: boolean;
  onOpen(): void;
  onFocus(): void;
  onElement(element: HTMLButtonElement | null): void;
};

/** A deal on the board: what, how much, whose, how long here, what comes next. */
export function DealCard(props: DealCardProps) {
  const { deal, state, isOpen, isCurrent, isTabStop, onOpen, onFocus, onElement } = props;
  const { t } = useTranslation('deals');
  const format = useFormat();
  return (
    <button
      ref={onElement}
      type="button"
      className={classes['root']}
      data-deal={deal.id}
      data-state={state}
      data-open={isOpen}
      aria-roledescription={t('card.role')}
      title={deal.name}
      data-current={isCurrent}
      tabIndex={isTabStop ? 0 : -1}
      onClick={onOpen}
      onFocus={onFocus}
    >
      <span className={classes['edge']}>
        <HealthMark health={deal.health} />
      </span>
      <span className={classes['body']}>
        <span className={classes['name']}>
          <Name>{deal.name}</Name>
        </span>
        <span className={classes['amount']}>{format.moneyShort(deal.amountMinor)}</span>
        <Who deal={deal} />
        {deal.status === 'open' ? <Pace deal={deal} /> : <Ending deal={deal} />}
      </span>
    </button>
  );
}

/** The account gives way where there is little room; whose deal it is stays to be read. */
function Who({ deal: { account, owner } }: { deal: DealSummary }) {
  const { t } = useTranslation('deals');
  return (
    <span className={classes['who']}>
      {owner !== null && (
        <span className={classes['owner']}>
          <Name>{owner.name}</Name>
        </span>
      )}
      <span className={classes['account']}>
        {account === null ? t('card.nobody') : <Name>{account.name}</Name>}
      </span>
    </span>
  );
}

/** Days in the stage against what won deals took, and the next step. */
function Pace({ deal }: { deal: DealSummary }) {
  return (
    <span className={classes['line']}>
      <StageDays deal={deal} />
      <NextStepMark nextStep={deal.nextStep} isShort />
    </span>
  );
}

function StageDays({ deal: { daysInStage, stageMedian } }: { deal: DealSummary }) {
  const { t } = useTranslation('deals');
  const format = useFormat();
  if (daysInStage === null) return <span className={classes['days']}>{t('card.unknownDays')}</span>;
  const median = stageMedian.days;
  const share = median === null ? 0 : daysInStage / Math.max(1, median);
  const title =
    median === null
      ? t('card.days', { count: daysInStage })
      : t(`card.daysOf.${stageMedian.basis}`, {
          count: daysInStage,
          median: format.number(median, Number.isInteger(median) ? 0 : 1),
        });
  return (
    <span className={classes['days']} title={title}>
      {t('card.days', { count: daysInStage })}
      {median !== null && (
        <span className={classes['bar']} data-slow={share > 1.5} aria-hidden>
          <span style={{ width: `${Math.min(100, (share / 2) * 100)}%` }} />
        </span>
      )}
    </span>
  );
}

function Ending({ deal: { closedOn, status, lossReason } }: { deal: DealSummary }) {
  const { t } = useTranslation('deals');
  const near = useNearDay();
  return (
    <span className={classes['line']}>
      <span>{closedOn === null ? '' : near.tiny(closedOn)}</span>
      {status === 'lost' && lossReason !== '' && (
        <span className={classes['reason']}>
          <Name>{lossReasonWords(lossReason, (code) => t(`lossReason.${code}`))}</Name>
        </span>
      )}
    </span>
  );
}
