import { Button, Select, Switch } from '@mantine/core';
import { IconPlus, IconTargetArrow, IconUsers } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { DataTable } from '#renderer/components/table/data-table.tsx';
import { firstView, type TableView } from '#renderer/components/table/table-column.ts';
import { ViewMenu } from '#renderer/components/table/view-menu.tsx';
import { PersonDialog } from '../person/person-dialog.tsx';
import { LeftPeople } from './left-people.tsx';
import { useTeamColumns } from './team-columns.tsx';
import { TeamFigures } from './team-figures.tsx';
import classes from './team-page.module.css';

const route = getRouteApi('/team');

/** How is each person doing: figures, rhythm, promises and deals' health in one table. */
export function TeamPage() {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const { data: team } = useSuspenseQuery(api.people.getTeam.queryOptions());
  const [isAdding, setAdding] = useState(false);
  useShortcuts({
    title: t('title'),
    shortcuts: [{ keys: 'n', label: t('add'), run: () => setAdding(true) }],
  });
  return (
    <PageFrame title={t('title')} toolbar={<Toolbar onAdd={() => setAdding(true)} />} isFlush>
      {team.rows.length === 0 ? (
        <EmptyState icon={IconUsers} title={t('empty.title')} body={t('empty.body')}>
          <Button onClick={() => setAdding(true)}>{t('add')}</Button>
        </EmptyState>
      ) : (
        <TeamTable />
      )}
      {isAdding && (
        <PersonDialog
          onClose={() => setAdding(false)}
          onSaved={({ id }) =>
            navigate({ to: '/team/$personId', params: { personId: id }, search: {} })
          }
        />
      )}
    </PageFrame>
  );
}

function Toolbar({ onAdd }: { onAdd(): void }) {
  const { t } = useTranslation('people');
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTargetArrow size={16} aria-hidden />}
        renderRoot={(props) => <Link to="/team/quotas" search={{}} {...props} />}
      >
        {t('quotas.title')}
      </Button>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
        {t('add')}
      </Button>
    </>
  );
}

function TeamTable() {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const { data: team } = useSuspenseQuery(api.people.getTeam.queryOptions());
  const { team: wanted, left } = route.useSearch();
  const columns = useTeamColumns();
  const [view, setView] = useState<TableView>(() =>
    firstView(columns, { column: 'person', isDescending: false }),
  );
  const teams = [...new Set(team.rows.map(({ person }) => person.team))].filter(Boolean).sort();
  const rows = useMemo(
    () => team.rows.filter(({ person }) => wanted === undefined || person.team === wanted),
    [team.rows, wanted],
  );
  return (
    <div className={classes['root']}>
      <div className={classes['figures']}>
        <TeamFigures team={team} rows={rows} />
      </div>
      <div className={classes['filters']}>
        {teams.length > 1 && (
          <Select
            aria-label={t('field.team')}
            placeholder={t('allTeams')}
            clearable
            data={teams}
            value={wanted ?? null}
            onChange={(value) =>
              navigate({ to: '/team', search: { left, team: value ?? undefined } })
            }
          />
        )}
        <Switch
          label={t('left.show')}
          checked={left === true}
          onChange={({ currentTarget }) =>
            navigate({
              to: '/team',
              search: { team: wanted, left: currentTarget.checked || undefined },
            })
          }
        />
        <span className={classes['push']} />
        <ViewMenu columns={columns} view={view} onViewChange={setView} />
      </div>
      <DataTable
        label={t('title')}
        columns={columns}
        rows={rows}
        rowId={({ person }) => person.id}
        view={view}
        onViewChange={setView}
        rowHeight={44}
        onOpen={({ person }) =>
          navigate({ to: '/team/$personId', params: { personId: person.id }, search: {} })
        }
      />
      {left === true && <LeftPeople />}
    </div>
  );
}
