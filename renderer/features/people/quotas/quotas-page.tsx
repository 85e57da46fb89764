import { ActionIcon, Button, Group } from '@mantine/core';
import { IconArrowLeft, IconChevronLeft, IconChevronRight, IconUsers } from '@tabler/icons-react';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { QuotaCell as Cell, QuotaGrid } from '#shared/contract/people.ts';
import { QuotaCell } from './quota-cell.tsx';
import classes from './quotas-page.module.css';

const route = getRouteApi('/team/quotas');

/** What each person is to sell, by quarter of the fiscal year. */
export function QuotasPage() {
  const { t } = useTranslation('people');
  const { year = null } = route.useSearch();
  const { data: grid } = useSuspenseQuery(
    api.people.getQuotaGrid.queryOptions({ input: { year } }),
  );
  const save = useMutation(api.people.setQuotas.mutationOptions());
  const gaps = cellsToFill(grid);
  return (
    <PageFrame
      title={
        <Group gap="sm" wrap="nowrap">
          <ActionIcon
            variant="subtle"
            aria-label={t('title')}
            renderRoot={(props) => <Link to="/team" search={{}} {...props} />}
          >
            <IconArrowLeft size={18} aria-hidden />
          </ActionIcon>
          {t('quotas.title')}
        </Group>
      }
      toolbar={
        <>
          <Button
            variant="default"
            disabled={gaps.length === 0}
            onClick={() => save.mutate({ cells: gaps })}
          >
            {t('quotas.fill')}
          </Button>
          <YearSteps year={grid.year} />
        </>
      }
    >
      {grid.rows.length === 0 ? (
        <EmptyState icon={IconUsers} title={t('empty.title')} body={t('quotas.empty')}>
          <Button renderRoot={(props) => <Link to="/team" search={{}} {...props} />}>
            {t('quotas.openTeam')}
          </Button>
        </EmptyState>
      ) : (
        <>
          <p className={classes['hint']}>{t('quotas.hint')}</p>
          {grid.rows.some(({ marks }) => marks.some(({ isDivided }) => isDivided)) && (
            <p className={classes['hint']}>{t('quotas.moved')}</p>
          )}
          <QuotaTable grid={grid} onSave={(cell) => save.mutate({ cells: [cell] })} />
        </>
      )}
    </PageFrame>
  );
}

function YearSteps({ year }: { year: number }) {
  const { t } = useTranslation('people');
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('quotas.yearBefore')}
        renderRoot={(props) => <Link to="/team/quotas" search={{ year: year - 1 }} {...props} />}
      >
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <strong className={classes['year']}>{t('quotas.year', { year })}</strong>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('quotas.yearAfter')}
        renderRoot={(props) => <Link to="/team/quotas" search={{ year: year + 1 }} {...props} />}
      >
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

function QuotaTable({ grid, onSave }: { grid: QuotaGrid; onSave(cell: Cell): void }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const isInTeams = new Set(grid.rows.map(({ person }) => person.team)).size > 1;
  const money = (minor: number | null) =>
    minor === null ? t('quotas.unset') : format.money(minor);
  return (
    <table className={classes['grid']}>
      <thead>
        <tr>
          <th scope="col">{t('column.person')}</th>
          {grid.quarters.map(({ index, startOn, endOn }) => (
            <th key={index} scope="col">
              {t('quotas.quarter', { index })}
              <span className={classes['dim']}>
                {t('quotas.months', {
                  from: format.dateShort(startOn),
                  to: format.dateShort(endOn),
                })}
              </span>
            </th>
          ))}
          <th scope="col">{t('quotas.total')}</th>
        </tr>
      </thead>
      <tbody>
        {grid.rows.map(({ person, amountsMinor, marks, totalMinor }) => (
          <tr key={person.id}>
            <th scope="row">
              <Name>{person.name}</Name>
              {isInTeams && <span className={classes['dim']}>{person.team}</span>}
            </th>
            {grid.quarters.map(({ index, startOn }, at) => (
              <td key={index}>
                <QuotaCell
                  label={t('quotas.cell', { name: person.name, index })}
                  amountMinor={amountsMinor[at] ?? null}
                  mark={marks[at]}
                  onChange={(amountMinor) =>
                    onSave({ personId: person.id, periodStartOn: startOn, amountMinor })
                  }
                />
              </td>
            ))}
            <td className={classes['sum']}>{money(totalMinor)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('quotas.total')}</th>
          {grid.totalsMinor.map((total, at) => (
            <td key={grid.quarters[at]?.index} className={classes['sum']}>
              {money(total)}
            </td>
          ))}
          <td className={classes['sum']}>{money(yearTotal(grid))}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function yearTotal({ totalsMinor }: QuotaGrid): number | null {
  const set = totalsMinor.filter((total) => total !== null);
  return set.length === 0 ? null : set.reduce((sum, total) => sum + total, 0);
}

/** Every empty cell with the amount of the quarter before it. */
function cellsToFill({ quarters, rows }: QuotaGrid): Cell[] {
  return rows.flatMap(({ person, amountsMinor, marks }) => {
    let last: number | null = null;
    return quarters.flatMap(({ startOn }, at) => {
      const amountMinor = amountsMinor[at] ?? null;
      if (amountMinor !== null && marks[at]?.missingMonths.length === 0) last = amountMinor;
      const isGap = amountMinor === null && last !== null;
      return isGap ? [{ personId: person.id, periodStartOn: startOn, amountMinor: last }] : [];
    });
  });
}
