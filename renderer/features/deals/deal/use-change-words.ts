import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import type { DealChange } from '#shared/contract/deal-records.ts';
import { useStages } from '../use-stages.ts';

type State = DealChange['after'];

/** A change of a deal in words, one line for each thing that is different. */
export function useChangeWords(): (change: DealChange) => string[] {
  const { t } = useTranslation('deals');
  const format = useFormat();
  const { nameOf } = useStages();
  const day = (on: string | null) => (on === null ? t('field.none') : format.date(on));
  const stage = (id: string) => nameOf(id) || t('change.deletedStage');

  const stageLine = (before: State, { after, daysInFromStage }: DealChange) => {
    if (before.stageId === after.stageId) return [];
    const words = { from: stage(before.stageId), to: stage(after.stageId) };
    return [
      daysInFromStage === null
        ? t('change.stage', words)
        : t('change.stageAfter', { ...words, count: daysInFromStage }),
    ];
  };
  const otherLines = (before: State, after: State) => [
    before.amountMinor === after.amountMinor
      ? ''
      : t('change.amount', { from: before.amountMinor, to: after.amountMinor }),
    before.expectedCloseOn === after.expectedCloseOn
      ? ''
      : t('change.close', { from: day(before.expectedCloseOn), to: day(after.expectedCloseOn) }),
    before.owner?.id === after.owner?.id
      ? ''
      : t('change.owner', {
          from: before.owner?.name ?? t('field.none'),
          to: after.owner?.name ?? t('field.none'),
        }),
    isOwnChance(before, after)
      ? t('change.probability', { from: before.probabilityBp, to: after.probabilityBp })
      : '',
    before.stageId === after.stageId && before.forecastCategory !== after.forecastCategory
      ? t('change.category', {
          from: t(`category.${before.forecastCategory}`),
          to: t(`category.${after.forecastCategory}`),
        })
      : '',
  ];
  return (change) => {
    const { before, after } = change;
    if (before === null) return [t('change.created', { stage: stage(after.stageId) })];
    const lines = [...stageLine(before, change), ...otherLines(before, after)];
    return lines.filter((line) => line !== '');
  };
}

/** The chance that a stage gives needs no line of its own. */
function isOwnChance(before: State, after: State): boolean {
  return before.stageId === after.stageId && before.probabilityBp !== after.probabilityBp;
}
