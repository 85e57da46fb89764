import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import classes from './today.module.css';

const firstLines = 6;

export type MoreLinesProps<T> = {
  list: { items: readonly T[]; more: number };
  render(item: T): ReactNode;
  /** Lines that show at first. */
  first?: number;
  /** The place that has them all, for what even the long list leaves out. */
  rest?: ReactNode;
};

/** The first lines of a list, and the others when asked for. */
export function MoreLines<T>({
  list: { items, more },
  render,
  first = firstLines,
  rest,
}: MoreLinesProps<T>) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const [isWhole, setWhole] = useState(false);
  const hidden = items.length - first + more;
  return (
    <>
      {items.slice(0, isWhole ? undefined : first).map(render)}
      {hidden > 0 && !isWhole && (
        <li className={classes['more']} data-line>
          <Button size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
            {t('more', { count: hidden, shown: format.number(hidden) })}
          </Button>
        </li>
      )}
      {isWhole && more > 0 && (
        <li className={classes['more']} data-line>
          {t('beyond', { count: more, shown: format.number(more) })} {rest}
        </li>
      )}
    </>
  );
}
