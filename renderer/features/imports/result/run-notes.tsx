import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import type { DeskNote } from '#shared/contract/imports-desk.ts';
import classes from '../imports.module.css';
import { useImportWords } from '../use-import-words.ts';

/** What was worth knowing about the rows, counted by kind. */
export function RunNotes({ notes }: { notes: readonly DeskNote[] }) {
  const { t } = useTranslation('imports');
  const words = useImportWords();
  const format = useFormat();
  if (notes.length === 0) return null;
  return (
    <section>
      <h2>{t('result.notes')}</h2>
      <ul className={classes['notes']}>
        {notes.map((note) => (
          <li key={`${note.entity} ${note.code} ${note.field}`} className={classes['note']}>
            <span className={classes['noteCount']}>{format.number(note.count)}</span>
            <span>
              {t(`entities.${note.entity}`)}
              {note.field !== null && ` · ${words.field(note.entity, note.field)}`}
            </span>
            <span>{words.note(note.code)}</span>
            <span className={classes['dim']}>{t(`level.${note.level}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
