import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import type { MoveLens, PipelineChanges } from '#shared/contract/deal-changes.ts';
import classes from './changes.module.css';
import { shownBars } from './waterfall-steps.ts';

const lenses: readonly (readonly MoveLens[])[] = [shownBars, ['forward', 'back', 'pushed']];

type LensesProps = {
  counts: PipelineChanges['lensCounts'];
  lens: MoveLens | null;
  onLook(lens: MoveLens | null): void;
};

/** How many deals are behind each bar, and how many moved without changing the total. */
export function Lenses({ counts, lens, onLook }: LensesProps) {
  const { t } = useTranslation('deals');
  const format = useFormat();
  return (
    <div className={classes['bars']}>
      {lenses.map((group) => (
        <span key={group[0]} className={classes['bars']}>
          {group.map((name) => (
            <button
              key={name}
              type="button"
              className={classes['bar']}
              aria-pressed={lens === name}
              disabled={counts[name] === 0}
              onClick={() => onLook(lens === name ? null : name)}
            >
              {t(`changes.bar.${name}`)}
              <span>{format.number(counts[name])}</span>
            </button>
          ))}
        </span>
      ))}
    </div>
  );
}
