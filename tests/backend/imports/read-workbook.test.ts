import { expect, test } from 'vitest';
import { buildWorkbook, zip } from '#tests/support/build-workbook.ts';
import { readWorkbook } from '#tests/support/read-workbook.ts';

async function cellsOf(row: string, parts: Partial<Parameters<typeof buildWorkbook>[0]> = {}) {
  const [sheet] = await readWorkbook(
    buildWorkbook({ sheets: { One: `<row r="1">${row}</row>` }, ...parts }),
  );
  return sheet?.rows[0]?.cells;
}

test('shared, inline, formula and rich texts are read as text', async () => {
  const sharedStrings =
    '<si><t>信达</t></si><si><r><t>Rich </t></r><r><t xml:space="preserve">text </t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>';
  const row =
    '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>' +
    '<c r="D1" t="inlineStr"><is><t>a &amp; b</t></is></c><c r="E1" t="str"><f>A1&amp;B1</f><v>joined</v></c>';
  expect(await cellsOf(row, { sharedStrings })).toEqual([
    '信达',
    'Rich text ',
    '東京',
    'a & b',
    'joined',
  ]);
});

test('numbers keep their digits, truth values and errors their names', async () => {
  const row =
    '<c r="A1"><v>1234.5</v></c><c r="B1"><v>4.3499999999999996</v></c><c r="C1" t="b"><v>1</v></c>' +
    '<c r="D1" t="e"><v>#N/A</v></c><c r="E1"><v>13800138000</v></c><c r="F1"><f>1/3</f><v>0.33333333333333331</v></c>';
  expect(await cellsOf(row)).toEqual([1234.5, 4.35, 'TRUE', '#N/A', 13800138000, 1 / 3]);
});

const styles = `<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
<numFmt numFmtId="165" formatCode="[$€-407]#,##0.00"/><numFmt numFmtId="166" formatCode="[Red]0.00;[Blue]-0.00"/>
<numFmt numFmtId="167" formatCode="&quot;day &quot;0"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="9"/>
<xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="31"/></cellXfs>`;
const styled =
  '<c r="A1" s="0"><v>45000</v></c><c r="B1" s="1"><v>45000</v></c><c r="C1" s="2"><v>45000</v></c>' +
  '<c r="D1" s="3"><v>45000.5</v></c><c r="E1" s="4"><v>0.07</v></c><c r="F1" s="5"><v>12.5</v></c>' +
  '<c r="G1" s="6"><v>-3</v></c><c r="H1" s="7"><v>5</v></c><c r="I1" s="8"><v>1</v></c>';

test('a number is a date, a share or an amount of a currency by its format', async () => {
  expect(await cellsOf(styled, { styles })).toEqual([
    45000,
    '2023-03-15',
    '2023-03-15',
    '2023-03-15T12:00:00',
    '7%',
    '€12.5',
    -3,
    5,
    '1900-01-01',
  ]);
});

test('workbooks that count from 1904 give the same days', async () => {
  const cells = await cellsOf('<c r="A1" s="1"><v>43538</v></c>', {
    styles,
    properties: 'date1904="1"',
  });
  expect(cells).toEqual(['2023-03-15']);
});

test('gaps between cells and rows keep their places', async () => {
  const [sheet] = await readWorkbook(
    buildWorkbook({
      sheets: {
        One: '<row r="3"><c r="B3"><v>1</v></c><c r="AA3"><v>2</v></c></row><row><c><v>3</v></c></row>',
      },
    }),
  );
  expect(sheet?.rows.map(({ line }) => line)).toEqual([3, 4]);
  expect(sheet?.rows[0]?.cells).toHaveLength(27);
  expect(sheet?.rows[0]?.cells[26]).toBe(2);
  expect(sheet?.rows[1]?.cells).toEqual([3]);
});

test('escapes of the format are undone', async () => {
  const row = '<c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c>';
  expect(await cellsOf(row)).toEqual(['a\rb_x0041_']);
});

test('a sheet is found by its relation, whatever prefix and path the writer chose', async () => {
  const ns = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const bytes = buildWorkbook({
    sheets: { One: '' },
    extra: {
      'xl/workbook.xml': `<x:workbook xmlns:x="${ns}" xmlns:r="r"><x:sheets><x:sheet name="Own" r:id="q"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="q" Type="http://purl.oclc.org/x/worksheet" Target="/data/Mine.XML"/></Relationships>',
      'data/mine.xml': `<x:worksheet xmlns:x="${ns}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>hi</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
    },
  });
  expect((await readWorkbook(bytes)).map(({ name, rows }) => [name, rows[0]?.cells])).toEqual([
    ['Own', ['hi']],
  ]);
});

test('merged ranges are told', async () => {
  const [sheet] = await readWorkbook(
    buildWorkbook({
      sheets: { One: '<row r="1"><c r="A1"><v>1</v></c></row>' },
      after: '<mergeCells><mergeCell ref="A1:B3"/></mergeCells>',
    }),
  );
  expect(sheet?.merged).toEqual([{ top: 1, left: 0, bottom: 3, right: 1 }]);
});

test.each([
  ['a ZIP of something else', zip({ 'word/document.xml': '<x/>' }), 'not_a_table'],
  ['a binary workbook', zip({ 'xl/workbook.bin': 'x' }), 'binary_workbook'],
  ['a cut archive', buildWorkbook({ sheets: { One: '' } }).subarray(0, 400), 'damaged'],
  ['a broken sheet', buildWorkbook({ sheets: { One: '<row><c>' } }), 'damaged'],
  [
    'rows that go backwards',
    buildWorkbook({ sheets: { One: '<row r="2"/><row r="1"/>' } }),
    'damaged',
  ],
])('%s is refused by name', async (_, bytes, code) => {
  await expect(readWorkbook(bytes)).rejects.toMatchObject({ name: 'FileProblem', code });
});

test('one flipped byte in a sheet is noticed', async () => {
  const bytes = buildWorkbook({ sheets: { One: `<row>${'<c><v>1</v></c>'.repeat(500)}</row>` } });
  const broken = bytes.slice();
  const at = Buffer.from(bytes).indexOf('xl/worksheets/sheet1.xml') + 40;
  broken[at] = (broken[at] ?? 0) ^ 0x10;
  await expect(readWorkbook(broken)).rejects.toMatchObject({ code: 'damaged' });
});
