import { afterEach, expect, test, vi } from 'vitest';
import { InflateBudget, inflateLimits } from '#backend/features/imports/reading/inflate-budget.ts';
import { buildWorkbook, zip } from '#tests/support/build-workbook.ts';
import { readWorkbook } from '#tests/support/read-workbook.ts';

afterEach(() => vi.unstubAllGlobals());

const tooBig = { name: 'FileProblem', code: 'too_big' };
const damaged = { name: 'FileProblem', code: 'damaged' };

test('a sheet that inflates a thousandfold is stopped early', async () => {
  const bytes = buildWorkbook({ sheets: { One: ' '.repeat(64 * 1024 * 1024) } });
  expect(bytes.length).toBeLessThan(200_000);
  const budget = new InflateBudget();
  await expect(readWorkbook(bytes, budget)).rejects.toMatchObject(tooBig);
  expect(budget.inflatedBytes).toBeLessThan(32 * 1024 * 1024);
});

test('many parts that inflate a little each share one budget', async () => {
  const noise = Array.from({ length: 40_000 }, (_, i) => `<c><v>${(i * 7919) % 100_003}</v></c>`);
  const sheets = Object.fromEntries(
    Array.from({ length: 8 }, (_, i) => [`S${i}`, `<row>${noise.join('')}</row>`]),
  );
  const budget = new InflateBudget({ ...inflateLimits, inflatedBytes: 2_000_000 });
  await expect(readWorkbook(buildWorkbook({ sheets }), budget)).rejects.toMatchObject(tooBig);
});

test('an hour of unpacking ends at the limit', async () => {
  let clock = 0;
  const budget = new InflateBudget(inflateLimits, () => {
    clock += 5000;
    return clock;
  });
  const bytes = buildWorkbook({ sheets: { One: '<row/>' } });
  await expect(readWorkbook(bytes, budget)).rejects.toMatchObject(tooBig);
});

test('ten thousand entries are too many', async () => {
  const extra = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`x/${i}`, '']));
  await expect(readWorkbook(buildWorkbook({ sheets: { One: '' }, extra }))).rejects.toMatchObject(
    tooBig,
  );
});

test('entries that share their bytes are refused', async () => {
  const bytes = Buffer.from(buildWorkbook({ sheets: { One: '<row/>', Two: '<row/>' } }));
  const directory = bytes.readUInt32LE(bytes.length - 6);
  const last = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'));
  bytes.writeUInt32LE(bytes.readUInt32LE(directory + 42), last + 42);
  await expect(readWorkbook(bytes)).rejects.toMatchObject(damaged);
});

test('an archive inside an archive is never opened', async () => {
  const inner = zip({ 'xl/workbook.xml': '<x/>' });
  const [sheet] = await readWorkbook(
    buildWorkbook({
      sheets: { One: '<row><c><v>1</v></c></row>' },
      extra: { 'xl/media/a.zip': inner },
    }),
  );
  expect(sheet?.rows).toHaveLength(1);
});

test('paths out of the archive are only names', async () => {
  const [sheet] = await readWorkbook(
    buildWorkbook({
      sheets: { One: '<row><c><v>1</v></c></row>' },
      extra: { '../../../../tmp/evil': 'x', '/etc/passwd': 'x', 'C:\\evil': 'x' },
    }),
  );
  expect(sheet?.rows).toHaveLength(1);
});

const entityBomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>`;
const external = '<!DOCTYPE x SYSTEM "file:///etc/passwd">';

test.each([
  [
    'multiplying entities',
    `${entityBomb}<worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>`,
  ],
  ['entities from files', `${external}<worksheet/>`],
  [
    'unknown entities',
    '<worksheet><sheetData><row><c><v>&xxe;</v></c></row></sheetData></worksheet>',
  ],
])('%s are refused', async (_, sheet) => {
  const fetched = vi.fn();
  vi.stubGlobal('fetch', fetched);
  const bytes = buildWorkbook({
    sheets: { One: '' },
    extra: { 'xl/worksheets/sheet1.xml': sheet },
  });
  await expect(readWorkbook(bytes)).rejects.toMatchObject(damaged);
  expect(fetched).not.toHaveBeenCalled();
});

test('what a sheet claims about its size costs nothing', async () => {
  const sheet =
    '<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>';
  const bytes = buildWorkbook({
    sheets: { One: '' },
    extra: { 'xl/worksheets/sheet1.xml': sheet },
  });
  expect((await readWorkbook(bytes))[0]?.rows).toEqual([{ line: 1_048_576, cells: [1] }]);
});

test('cells past column 500 mark their row instead of filling memory', async () => {
  const bytes = buildWorkbook({
    sheets: { One: '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>' },
  });
  expect((await readWorkbook(bytes))[0]?.rows).toEqual([
    { line: 1, cells: [1], fault: 'too_many_columns' },
  ]);
});

test('a row past the last one of a sheet is refused', async () => {
  const bytes = buildWorkbook({ sheets: { One: '<row r="99999999"/>' } });
  await expect(readWorkbook(bytes)).rejects.toMatchObject(tooBig);
});

test('any damage gives rows or a named problem, never a crash', async () => {
  const good = buildWorkbook({
    sheets: { One: '<row><c t="s"><v>0</v></c><c><v>1</v></c></row>' },
    sharedStrings: '<si><t>a</t></si>',
  });
  for (let seed = 0; seed < 600; seed += 1) {
    const bytes = good.slice(0, seed % 3 === 0 ? (seed * 31) % good.length : good.length);
    for (let flips = 0; flips < 3; flips += 1) {
      const at = (seed * 7919 + flips * 104_729) % Math.max(1, bytes.length);
      bytes[at] = ((bytes[at] ?? 0) + seed + 1) % 256;
    }
    const outcome = await readWorkbook(bytes).then(
      () => 'FileProblem',
      (error: Error) => error.name,
    );
    expect(outcome, `seed ${seed}`).toBe('FileProblem');
  }
});
