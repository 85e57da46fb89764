import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import type { UndoStep } from '#shared/contract/events.ts';
import { createTranslator, languages } from '#shared/i18n/index.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
import { buildCommitment } from '#tests/support/builders/session.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

let backend: TestBackend;
let personId: string;
beforeEach(async () => {
  backend = await startBackend();
  personId = (await buildPerson(backend)).id;
});
afterEach(() => backend.stop());
afterAll(removeTestDirectories);

/** What the toasts of all steps so far say, in both languages. */
async function toasts(): Promise<string[]> {
  const steps = await backend.client.workspace.listUndoSteps();
  return steps.filter(({ command }) => command.startsWith('coaching.')).flatMap(toWords);
}

function toWords({ command, details }: UndoStep): string[] {
  const key = command.replace('.', ':undo.');
  return languages.map((language) => {
    const t = createTranslator(language) as unknown as (key: string, values: object) => string; // the key is made up at run time
    return t(key, details);
  });
}

async function changeAll(visibility: 'private' | 'shared', text: string): Promise<void> {
  const { client } = backend;
  const { id: commitmentId } = await buildCommitment(backend, { personId, text, visibility });
  const line = `commitment:${commitmentId}`;
  await client.coaching.pinPoint({ personId, sessionId: null, line, text });
  await client.coaching.changeCommitment({ commitmentId, changes: { dueOn: '2026-12-01' } });
  const settlement = { status: 'done', note: '', sessionId: null } as const;
  await client.coaching.settleCommitment({ commitmentId, ...settlement });
  await client.coaching.reopenCommitment({ commitmentId });
  await client.coaching.removeCommitment({ commitmentId });
}

test('the toasts of a private record quote none of its words', async () => {
  const { client } = backend;
  await changeAll('private', '不外传');
  await client.coaching.addPoint({ personId, sessionId: null, text: '不外传', source: 'manager' });
  const { id: sessionId } = await client.coaching.startSession({ personId, sessionId: null });
  const field = { table: 'grow_record', id: sessionId, field: 'will_action' };
  await client.texts.saveText({ ...field, text: '不外传' });
  await client.coaching.commitToWill({ sessionId });
  const said = await toasts();
  expect(said).toHaveLength(18);
  expect(said.join('\n')).not.toMatch(/不外传|\{\{|undo\./);
});

test('a shared record that becomes private is not quoted any more', async () => {
  const { client } = backend;
  const { id: commitmentId } = await buildCommitment(backend, { personId, text: '不外传' });
  expect((await toasts()).join()).toContain('不外传');
  const changes = { visibility: 'private', text: '不外传了' } as const;
  await client.coaching.changeCommitment({ commitmentId, changes });
  const [latest] = (await client.workspace.listUndoSteps()).filter(({ command }) =>
    command.endsWith('changeCommitment'),
  );
  expect(latest?.details).toEqual({ name: '李雷', context: 'private' });
});

test('the toasts of a shared record say which one it is', async () => {
  await changeAll('shared', '约采购总监');
  const said = await toasts();
  expect(said).toHaveLength(12);
  expect(said.filter((text) => !text.includes('约采购总监'))).toEqual([]);
});
