import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import {
  keepDocument,
  type NewDocument,
  pdfFile,
} from '#backend/features/documents/document.service.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
import { readDocument } from '#tests/support/read-document.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

const bytes = Buffer.alloc(500_001, 'abc');
const brief: NewDocument = {
  ...pdfFile,
  kind: 'brief',
  nameParts: ['2026-11-24', '一对一简报', '李雷'],
  bytes,
  language: 'zh-CN',
  copy: null,
  personId: null,
  subjectId: null,
};

function keep({ workspace }: TestBackend, document: Partial<NewDocument> = {}) {
  return keepDocument(workspace.taskContext(), { ...brief, ...document });
}

test('a document is read back byte for byte', async () => {
  const backend = await startBackend();
  const kept = await keep(backend);
  expect(kept.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(Buffer.compare(await readDocument(backend, kept.id), bytes)).toBe(0);
  await backend.stop();
});

test('a second document of the same name leaves the first as it is', async () => {
  const backend = await startBackend();
  const first = await keep(backend);
  const second = await keep(backend, { bytes: Buffer.from('other') });
  expect([first.name, second.name]).toEqual([
    '2026-11-24_一对一简报_李雷.pdf',
    '2026-11-24_一对一简报_李雷_2.pdf',
  ]);
  expect((await backend.client.documents.getDocument({ id: first.id })).sha256).toBe(first.sha256);
  await backend.stop();
});

test('documents are listed newest first, by kind and person', async () => {
  const backend = await startBackend();
  const person = await buildPerson(backend);
  await keep(backend);
  const about = await keep(backend, { kind: 'review', personId: person.id });
  const list = backend.client.documents.listDocuments;
  expect((await list({})).map(({ kind }) => kind)).toEqual(['review', 'brief']);
  expect(await list({ personId: person.id })).toEqual([{ ...about, personName: '李雷' }]);
  expect(await list({ kind: 'risk_register' })).toEqual([]);
  await backend.stop();
});

test('making a document is not undone', async () => {
  const backend = await startBackend();
  const { id } = await keep(backend);
  await expect(backend.client.workspace.undo()).rejects.toMatchObject({ code: 'nothing_to_undo' });
  expect(await backend.client.documents.getDocument({ id })).toMatchObject({ id });
  await backend.stop();
});

test('the file itself refuses that a document changes', async () => {
  const { workspace, ...backend } = await startBackend();
  const context = workspace.taskContext();
  await keepDocument(context, brief);
  for (const change of [
    sql`update document set name = 'x'`,
    sql`update document_file set bytes = x'00'`,
  ]) {
    const attempt = context.write('test.change', ({ db }) => change.execute(db));
    await expect(attempt).rejects.toThrow('a document is never changed');
  }
  await backend.stop();
});

test('an unknown document is not found', async () => {
  const { client, stop } = await startBackend();
  const id = '00000000-0000-7000-8000-000000000001';
  await expect(client.documents.readDocument({ id, offset: 0 })).rejects.toMatchObject({
    code: 'not_found',
  });
  await stop();
});
