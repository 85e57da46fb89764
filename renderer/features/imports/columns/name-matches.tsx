import { SegmentedControl } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { Name } from '#renderer/components/text/name.tsx';
import type { DeskName } from '#shared/contract/imports-desk.ts';
import { useChangeDesk } from '../use-desk.ts';
import classes from './columns.module.css';

const rowHeight = 46;

/** Names that are nearly the same: one or two? What is proposed holds until it is decided otherwise. */
export function NameMatches({ names }: { names: readonly DeskName[] }) {
  const { t } = useTranslation('imports');
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: names.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  return (
    <section className={classes['root']} aria-label={t('columns.names')}>
      <p className={classes['explain']}>{t('names.explain')}</p>
      <div ref={scroller} className={classes['scroller']}>
        <ul className={classes['list']} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const name = names[index];
            return (
              name && (
                <li
                  key={`${name.kind} ${name.value}`}
                  className={classes['nameRow']}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <NameMatch name={name} />
                </li>
              )
            );
          })}
        </ul>
      </div>
    </section>
  );
}

function NameMatch({ name }: { name: DeskName }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const change = useChangeDesk();
  const { kind, value, candidate, count, isSame, isDecided } = name;
  return (
    <>
      <span className={classes['dim']}>{t(`names.kind.${kind}`)}</span>
      <span className={classes['heading']}>
        <Name>{value}</Name>
        <span className={classes['dim']}>
          {t('names.rows', { count, shown: format.number(count) })}
        </span>
      </span>
      <SegmentedControl
        size="xs"
        aria-label={t('names.question', { value, candidate })}
        value={isSame ? 'same' : 'other'}
        data={(['same', 'other'] as const).map((answer) => ({
          value: answer,
          label: t(`names.${answer}`),
        }))}
        onChange={(answer) =>
          void change({ kind: 'name', of: kind, value, isSame: answer === 'same' })
        }
      />
      <Name>{candidate}</Name>
      <span className={classes['dim']}>{isDecided ? t('names.decided') : t('names.proposed')}</span>
    </>
  );
}
