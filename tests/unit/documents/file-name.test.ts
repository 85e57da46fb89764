import { expect, test } from 'vitest';
import { documentFileName, freeFileName } from '#shared/domain/documents/file-name.ts';

test('the parts of a name are joined as the naming rule says', () => {
  expect(documentFileName(['2026H1', '绩效评估', '陈静', 'v1', '员工版'], 'pdf')).toBe(
    '2026H1_绩效评估_陈静_v1_员工版.pdf',
  );
});

test('what a file system refuses or a name hides is left out', () => {
  expect(documentFileName(['../a:b', 'x\u202Efdp.exe', ' . '], 'pdf')).toBe('a-b_xfdp.exe.pdf');
});

test('a reserved or empty name is made harmless', () => {
  expect(documentFileName(['con'], 'pdf')).toBe('_con.pdf');
  expect(documentFileName(['\u200B'], 'pdf')).toBe('_.pdf');
});

test('a part is cut at 40 characters, never within one', () => {
  const name = documentFileName([`${'王'.repeat(39)}👩‍👩‍👧李雷`], 'pdf');
  expect(name).toBe(`${'王'.repeat(39)}….pdf`);
});

test('a taken name gets the next number, whatever its case', async () => {
  const taken = new Set(['a.pdf', 'a_2.pdf']);
  expect(await freeFileName('A.pdf', async (key) => taken.has(key))).toBe('A_3.pdf');
});
