import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskNote, DeskProblem, ImportDesk } from '#shared/contract/imports-desk.ts';
import classes from './check.module.css';
import { FixDialog } from './fix-dialog.tsx';
import { NoteList } from './note-list.tsx';
import { ProblemTable } from './problem-table.tsx';

export type ProblemsProps = { desk: ImportDesk; notes: readonly DeskNote[] };

/** Every problem by its place; the list of kinds narrows them, and each cell can be corrected. */
export function Problems({ desk, notes }: ProblemsProps) {
  const { t } = useTranslation('imports');
  const [chosen, choose] = useState<string | null>(null);
  const [fixing, fix] = useState<DeskProblem | null>(null);
  if (notes.length === 0) return <p className={classes['none']}>{t('check.noProblems')}</p>;
  const note = notes.find((one) => noteKey(one) === chosen) ?? null;
  return (
    <div className={classes['problems']}>
      <NoteList
        desk={desk}
        notes={notes}
        chosen={note}
        onChoose={(one) => choose(one && noteKey(one))}
      />
      <ProblemTable key={chosen} desk={desk} of={note ?? gravest(notes)} onOpen={fix} />
      <FixDialog problem={fixing} onClose={() => fix(null)} />
    </div>
  );
}

/** Notes come with the gravest first; until a kind is chosen, the rows of that level show. */
function gravest(notes: readonly DeskNote[]): Pick<DeskNote, 'level'> {
  return { level: notes[0]?.level ?? 'info' };
}

function noteKey({ code, entity, field }: DeskNote): string {
  return `${entity} ${field} ${code}`;
}
