import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { useNearDay } from '#renderer/api/use-moment.ts';
import type { DealMove, DealSide } from '#shared/contract/deal-changes.ts';
import { lossReasonWords } from '#shared/i18n/loss-reason-words.ts';
import { useStages } from '../use-stages.ts';

/** What happened to a deal between two days, in one line. */
export function useMoveWords(): (move: DealMove) => string {
  const { t } = useTranslation('deals');
  const format = useFormat();
  const near = useNearDay();
  const { nameOf } = useStages();

  const ending = ({ before, after, lossReason }: DealMove): string[] => {
    if (after === null) return [t('changes.word.removed')];
    const isNew = before === null;
    const states = [before?.status, after.status];
    const isCorrected = states.includes('won') && states.includes('lost');
    const isReopened = before !== null && before.status !== 'open' && after.status === 'open';
    return [
      isNew ? t('changes.word.new') : '',
      isReopened ? t('changes.word.reopened') : '',
      isCorrected ? t('changes.word.corrected') : '',
      after.status !== 'open' && before?.status !== after.status
        ? closed(after.status, lossReason)
        : '',
    ];
  };
  const closed = (status: 'won' | 'lost', lossReason: string) => {
    const ended = t(`changes.word.${status}`);
    if (lossReason === '') return ended;
    return t('changes.word.because', {
      ended,
      reason: lossReasonWords(lossReason, (code) => t(`lossReason.${code}`)),
    });
  };
  const details = (before: DealSide, after: DealSide, pushes: number): string[] => [
    before.stageId !== after.stageId && after.status === 'open'
      ? `${nameOf(before.stageId)} → ${nameOf(after.stageId)}`
      : '',
    amountWords(before.amountMinor, after.amountMinor),
    before.expectedCloseOn !== after.expectedCloseOn && after.status === 'open'
      ? closeWords(before, after, pushes)
      : '',
    before.owner?.id === after.owner?.id
      ? ''
      : `${before.owner?.name ?? t('field.none')} → ${after.owner?.name ?? t('field.none')}`,
  ];
  /** In full where the short form of both is the same. */
  const amountWords = (from: number, to: number) => {
    if (from === to) return '';
    const isSeen = format.moneyShort(from) !== format.moneyShort(to);
    return t(isSeen ? 'changes.word.amount' : 'changes.word.amountInFull', { from, to });
  };
  const closeWords = (before: DealSide, after: DealSide, pushes: number) => {
    const day = (on: string | null) => (on === null ? t('field.none') : near.day(on));
    const dates = { from: day(before.expectedCloseOn), to: day(after.expectedCloseOn) };
    return pushes > 0
      ? t('changes.word.pushed', { ...dates, count: pushes })
      : t('changes.word.close', dates);
  };
  return (move) => {
    const { before, after, pushes } = move;
    const more = before !== null && after !== null ? details(before, after, pushes) : [];
    return [...ending(move), ...more].filter((part) => part !== '').join(' · ');
  };
}
