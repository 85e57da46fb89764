import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import type { JsonValue } from '#shared/contract/json.ts';
import classes from './history-panel.module.css';

/** How the history names a column and shows what stood in it. */
export type HistoryField = {
  label: string;
  show?(value: JsonValue): string;
};

export type HistoryPanelProps = {
  table: string;
  id: string;
  /** By column. What is not named here is bookkeeping and is left out. */
  fields: Readonly<Record<string, HistoryField>>;
};

/** Every change of a record: when, which field, what it was and what it became. */
export function HistoryPanel({ table, id, fields }: HistoryPanelProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const history = useQuery(api.workspace.listHistory.queryOptions({ input: { table, id } }));
  if (history.data === undefined) return null;
  const entries = history.data
    .map((entry) => ({ ...entry, changes: entry.changes.filter(({ field }) => field in fields) }))
    .filter((entry) => entry.changes.length > 0);
  if (entries.length === 0) return <p className={classes['empty']}>{t('history.empty')}</p>;
  return (
    <ol className={classes['root']}>
      {entries.map(({ at, command, changes }) => (
        <li key={`${at} ${command}`} className={classes['entry']}>
          <time dateTime={at}>{format.dateTime(at)}</time>
          <TravelMark command={command} />
          {changes.map((change) => (
            <Change key={change.field} change={change} field={fields[change.field]} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function TravelMark({ command }: { command: string }) {
  const { t } = useTranslation('common');
  if (command.startsWith('undo:')) return <em>{t('history.undone')}</em>;
  if (command.startsWith('redo:')) return <em>{t('history.redone')}</em>;
  return null;
}

type ChangeProps = {
  change: { before: JsonValue; after: JsonValue };
  field: HistoryField | undefined;
};

function Change({ change, field }: ChangeProps) {
  const { t } = useTranslation('common');
  const shown = (value: JsonValue) => {
    if (value === null || value === '') return t('none');
    return field?.show?.(value) ?? String(value);
  };
  return (
    <div className={classes['change']}>
      <span className={classes['field']}>{field?.label}</span>
      <bdi>{shown(change.after)}</bdi>
      <span className={classes['before']}>
        {t('history.from', { value: shown(change.before) })}
      </span>
    </div>
  );
}
