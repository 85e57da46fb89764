import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { Name } from '#renderer/components/text/name.tsx';
import type { DeskProblem } from '#shared/contract/imports-desk.ts';
import { useChangeDesk } from '../use-desk.ts';
import { useImportWords } from '../use-import-words.ts';
import classes from './check.module.css';

export type FixDialogProps = { problem: DeskProblem | null; onClose(): void };

/** One problem, with the cell to correct where there is one. The file itself stays as it is. */
export function FixDialog({ problem, onClose }: FixDialogProps) {
  const { t } = useTranslation(['imports', 'common']);
  const format = useFormat();
  return (
    <Modal
      opened={problem !== null}
      onClose={onClose}
      title={problem && t('fix.title', { line: format.number(problem.line) })}
    >
      {problem !== null && <Fix problem={problem} onClose={onClose} />}
    </Modal>
  );
}

/** What a list shows of a long cell; the rest must not be lost by saving it. */
const shownLength = 200;

function Fix({ problem, onClose }: { problem: DeskProblem; onClose(): void }) {
  const { t } = useTranslation(['imports', 'common']);
  const words = useImportWords();
  const change = useChangeDesk();
  const isCut = problem.value.length > shownLength;
  const [text, setText] = useState(isCut ? '' : problem.value);
  const { sheetId, line, index, heading, code, detail, sheetName } = problem;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (index === null) return;
    onClose();
    await change({ kind: 'cell', sheetId, line, index, text });
  };
  return (
    <form onSubmit={submit}>
      <p className={classes['dim']}>
        <Name>{sheetName}</Name>
      </p>
      <p>{words.note(code, detail)}</p>
      {isCut && (
        <p className={classes['long']}>
          <Name>{problem.value}</Name>
        </p>
      )}
      {index === null ? (
        <p className={classes['dim']}>{t('fix.wholeRow')}</p>
      ) : (
        <TextInput
          data-autofocus
          label={heading === '' ? t('columns.unnamed', { number: index + 1 }) : heading}
          description={t('fix.hint')}
          maxLength={10_000}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      )}
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t(index === null ? 'common:close' : 'common:cancel')}
        </Button>
        {index !== null && <Button type="submit">{t('fix.save')}</Button>}
      </Group>
    </form>
  );
}
