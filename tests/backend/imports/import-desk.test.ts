import { afterEach, expect, test } from 'vitest';
import { flawedExport, flawedRows } from '#tests/support/flawed-export.ts';
import { importFiles, mavenFiles, openFiles } from '#tests/support/import-files.ts';
import { readWorkbook } from '#tests/support/read-workbook.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';
import { uploadFile } from '#tests/support/upload-file.ts';

const running: TestBackend[] = [];

async function start(): Promise<TestBackend> {
  const backend = await startBackend();
  running.push(backend);
  return backend;
}

afterEach(async () => {
  for (const backend of running.splice(0)) await backend.stop();
  removeTestDirectories();
});

async function returnedFile({ client }: TestBackend, runId: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const part: { base64: string; nextOffset: number | null } = await client.imports.readReturned({
      runId,
      offset,
    });
    parts.push(Buffer.from(part.base64, 'base64'));
    offset = part.nextOffset;
  }
  return Buffer.concat(parts);
}

test('an export in GB18030 is read, and its unit of 10,000 is taken from the heading', async () => {
  const backend = await start();
  const { files, check } = await openFiles(backend, [flawedExport()]);
  expect(files[0]?.text).toMatchObject({ encoding: 'gb18030', isSure: true });
  expect(check?.counts.at(-1)).toMatchObject({ entity: 'deals', rows: 60, reject: flawedRows });
  expect(check?.previews.at(-1)?.rows[0]?.cells).toContainEqual({
    field: 'amount',
    value: 3_500_000,
  });
});

test('rows that cannot go in come back as a workbook that says why, line by line', async () => {
  const backend = await start();
  const { result } = await importFiles(backend, [flawedExport()]);
  expect(result).toMatchObject({ returned: flawedRows, hasEffect: true });
  const [sheet] = await readWorkbook(await returnedFile(backend, result?.runId ?? ''));
  const rows = sheet?.rows ?? [];
  expect(rows).toHaveLength(flawedRows + 1);
  expect(rows.flatMap(({ cells }) => cells)).toEqual(
    expect.arrayContaining(['约五十', '不是数字', '2026-02-30', '没有这一天']),
  );
});

test('the rows that came back are known when they come again, corrected or not', async () => {
  const backend = await start();
  const { result } = await importFiles(backend, [flawedExport()]);
  const content = await returnedFile(backend, result?.runId ?? '');
  const { files, check } = await openFiles(backend, [{ name: '待修正的行.xlsx', content }]);
  expect(files[0]?.sheets[0]).toMatchObject({ entity: 'deals', rowCount: flawedRows });
  expect(check?.counts.at(-1)).toMatchObject({ rows: flawedRows, reject: flawedRows });
});

test('a cell that is corrected on the desk goes in; the correction can be taken back', async () => {
  const backend = await start();
  const { client } = backend;
  await openFiles(backend, [flawedExport()]);
  const { problems } = await client.imports.listProblems({
    code: 'not_an_amount',
    offset: 0,
    limit: 10,
  });
  const [problem] = problems;
  expect(problem).toMatchObject({ line: 10, value: '约五十' });
  const cell = { sheetId: problem?.sheetId ?? '', line: 10, index: problem?.index ?? 0 };
  await client.imports.changeDesk({ kind: 'cell', ...cell, text: '50' });
  const better = await client.imports.checkDesk();
  expect(better).toMatchObject({ fixCount: 1 });
  expect(better.check?.counts.at(-1)).toMatchObject({ reject: flawedRows - 1 });
  await client.imports.changeDesk({ kind: 'cell', ...cell, text: null });
  const before = await client.imports.checkDesk();
  expect(before.check?.counts.at(-1)).toMatchObject({ reject: flawedRows });
});

test('a column that the manager gives a field says so', async () => {
  const backend = await start();
  const { client } = backend;
  const { files } = await openFiles(backend, [flawedExport()]);
  const sheet = files[0]?.sheets[0];
  const index = sheet?.columns.findIndex(({ heading }) => heading === '最后跟进时间') ?? -1;
  expect(sheet?.columns[index]).toMatchObject({ field: null, isChosen: false });
  await client.imports.changeDesk({
    kind: 'column',
    sheetId: sheet?.id ?? '',
    index,
    field: 'description',
  });
  const after = await client.imports.checkDesk();
  expect(after.files[0]?.sheets[0]?.columns[index]).toMatchObject({
    field: 'description',
    isChosen: true,
  });
});

test('a check that comes while files are read knows all of them in the end', async () => {
  const { client } = await start();
  const handles: string[] = [];
  for (const { name, content } of mavenFiles()) {
    handles.push(await uploadFile(client, name, Buffer.from(content)));
  }
  const [first = '', ...others] = handles;
  await client.imports.openFiles({ handles: [first] });
  const opening = client.imports.openFiles({ handles: others });
  const checking = client.imports.checkDesk();
  await Promise.all([opening, checking]);
  const { check } = await client.imports.checkDesk();
  expect(check?.counts.map(({ entity, rows }) => [entity, rows])).toEqual([
    ['people', 35],
    ['products', 7],
    ['accounts', 85],
    ['deals', 8800],
  ]);
});

test.each(['backing_up', 'writing'])(
  'an import that is cancelled while %s leaves nothing, and can be started again',
  async (phase) => {
    const backend = await start();
    const { client } = backend;
    await openFiles(backend, mavenFiles());
    const stop = new AbortController();
    const following = (async () => {
      for await (const progress of await client.imports.followDesk(undefined, {
        signal: stop.signal,
      })) {
        if (progress?.phase === phase) return client.imports.cancel();
      }
      return undefined;
    })();
    await expect(client.imports.runImport()).rejects.toMatchObject({ code: 'cancelled' });
    await following;
    stop.abort();
    expect((await client.deals.getTotals({ filter: {} })).count).toBe(0);
    expect(await client.imports.listRuns()).toEqual([]);
    const { result } = await client.imports.runImport();
    expect(result).toMatchObject({ hasEffect: true, returned: 0 });
  },
);

test('files that are none stand on the desk with what to do about them', async () => {
  const { files, check } = await openFiles(await start(), [
    { name: 'empty.csv', content: '' },
    { name: 'report.xls', content: '<html><body>Log in</body></html>' },
    { name: 'photo.csv', content: Buffer.from('89504e470d0a1a0a00', 'hex') },
  ]);
  expect(files.map(({ problem }) => problem)).toEqual(['empty', 'web_page', 'not_a_table']);
  expect(check?.counts).toEqual([]);
});
