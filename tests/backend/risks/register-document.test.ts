import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPrinter, type TestPrinter } from '#tests/support/print.ts';
import { readDocument } from '#tests/support/read-document.ts';
import { readPdf, textOf } from '#tests/support/read-pdf.ts';
import { readWorkbook } from '#tests/support/read-workbook.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

let printer: TestPrinter;
let backend: TestBackend;
beforeAll(async () => {
  printer = await startPrinter();
  backend = await startBackend({ platform: { printPdf: printer.printPdf } });
  await backend.client.sample.open({ language: 'zh-CN' });
}, 60_000);
afterAll(async () => {
  await backend.stop();
  await printer.close();
  removeTestDirectories();
});

describe.each([
  ['zh-CN', '风险登记册', ['信达集团收入占比过高', '期望损失', '极高']],
  ['en', 'Risk register', ['信达集团收入占比过高', 'Expected loss', 'Extreme']],
] as const)('in %s', (language, title, words) => {
  test('the register prints with its map, scores, money and open actions', async () => {
    const { client } = backend;
    const document = await client.risks.printRegister({ filter: {}, language });
    const pdf = await readPdf(await readDocument(backend, document.id));
    const text = textOf(pdf);
    for (const word of [title, ...words]) expect(text).toContain(word.replaceAll(' ', ''));
    expect(pdf.metadata['Title']).toBe(title);
    expect(pdf.isTagged).toBe(true);
    expect(pdf.outline.length).toBeGreaterThan(2);
    expect(pdf.fonts.every((font) => !font.includes('Type3'))).toBe(true);
    expect(pdf.pages.length).toBeLessThanOrEqual(4);
  });

  test('the workbook holds every risk and every action with the method', async () => {
    const { client } = backend;
    const { total, risks } = await client.risks.getRegister({});
    const document = await client.risks.exportRegister({ filter: {}, language });
    const sheets = await readWorkbook(await readDocument(backend, document.id));
    const details = await Promise.all(risks.map(({ id }) => client.risks.getRisk({ id })));
    const actions = details.reduce((sum, risk) => sum + risk.actions.length, 0);
    expect(sheets).toHaveLength(3);
    expect(sheets.map((sheet) => sheet.rows.length)).toEqual([total + 1, actions + 1, 12]);
  });
});

test('a filtered register holds only what was filtered', async () => {
  const { client } = backend;
  const filter = { category: 'credit' } as const;
  const document = await client.risks.exportRegister({ filter, language: 'en' });
  const [register] = await readWorkbook(await readDocument(backend, document.id));
  expect(register?.rows).toHaveLength((await client.risks.getRegister(filter)).total + 1);
});
