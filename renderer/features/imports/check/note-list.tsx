import { UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconInfoCircle,
  IconPlayerSkipForward,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import type { DeskNote, ImportDesk, NoteLevel } from '#shared/contract/imports-desk.ts';
import { useImportWords } from '../use-import-words.ts';
import classes from './check.module.css';
import { noteRemedy } from './note-remedy.ts';

const levelIcons: Readonly<Record<NoteLevel, TablerIcon>> = {
  reject: IconArrowBackUp,
  skip: IconPlayerSkipForward,
  warning: IconAlertTriangle,
  info: IconInfoCircle,
};

export type NoteListProps = {
  desk: ImportDesk;
  notes: readonly DeskNote[];
  chosen: DeskNote | null;
  onChoose(note: DeskNote | null): void;
};

/** The kinds of problem with their counts, the gravest first; choosing one shows its rows alone. */
export function NoteList({ desk, notes, chosen, onChoose }: NoteListProps) {
  const { t } = useTranslation('imports');
  const words = useImportWords();
  const format = useFormat();
  return (
    <ul className={classes['notes']} aria-label={t('check.kinds')}>
      {notes.map((note) => {
        const Icon = levelIcons[note.level];
        const remedy = noteRemedy(note, desk);
        return (
          <li key={`${note.entity} ${note.field} ${note.code}`} className={classes['noteLine']}>
            <UnstyledButton
              className={classes['note'] ?? ''}
              aria-pressed={note === chosen}
              onClick={() => onChoose(note === chosen ? null : note)}
            >
              <span className={classes['level']} data-level={note.level}>
                <Icon size={14} aria-hidden />
                {t(`level.${note.level}`)}
              </span>
              <span className={classes['noteText']}>
                {t(`entities.${note.entity}`)}
                {note.field !== null && ` · ${words.field(note.entity, note.field)}`}
                {t('check.colon')}
                {words.note(note.code)}
              </span>
              <span className={classes['noteCount']}>{format.number(note.count)}</span>
            </UnstyledButton>
            {remedy !== null && (
              <Link
                to="/imports"
                search={{ step: 'columns', part: remedy }}
                className={classes['remedy'] ?? ''}
              >
                {t('check.remedy')}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
