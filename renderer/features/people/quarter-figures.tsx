import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { Figure, type FigureProps } from '#renderer/components/figure.tsx';
import type { DealFilter } from '#shared/contract/deal-filter.ts';
import type { PersonPage } from '#shared/contract/people.ts';
import classes from './quarter-figures.module.css';
import { behind, useOpenDeals } from './use-open-deals.ts';

export type QuarterFigure = Pick<FigureProps, 'label' | 'value' | 'formula' | 'count' | 'note'> & {
  /** The deals it is made of. */
  rows?: keyof typeof behind;
};

type Props = {
  figures: readonly QuarterFigure[];
  asOf: string;
  /** Whose deals they are. */
  scope: DealFilter;
};

/** Figures of the quarter in one line; what is not known is a dash. */
export function QuarterFigures({ figures, asOf, scope }: Props) {
  const openDeals = useOpenDeals(scope);
  return (
    <div className={classes['root']}>
      {figures.map(({ rows, ...figure }) => (
        <Figure
          key={figure.label}
          size="lg"
          asOf={asOf}
          {...figure}
          {...(rows === undefined ? {} : { onOpenRows: openDeals(behind[rows]) })}
        />
      ))}
    </div>
  );
}

type Sums = Pick<PersonPage['figures'], 'attainmentBp' | 'wonMinor' | 'openMinor' | 'openCount'>;

/** What a person's and the team's quarter have in common. */
export function useQuarterFigures({ attainmentBp, wonMinor, openMinor, openCount }: Sums) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const money = (minor: number | null) => (minor === null ? null : format.moneyShort(minor));
  return {
    money,
    won: money(wonMinor),
    attainment: {
      value: attainmentBp === null ? null : format.basisPoints(attainmentBp),
      rows: 'won',
    },
    open: {
      label: t('figure.open'),
      value: money(openMinor),
      formula: t('formula.open'),
      count: openCount,
      rows: 'open',
    },
  } as const;
}
