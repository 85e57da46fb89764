import { expect, test } from 'vitest';
import { memorySource } from '#backend/features/imports/reading/byte-source.ts';
import { fileKind } from '#backend/features/imports/reading/file-kind.ts';
import { buildWorkbook } from '#tests/support/build-workbook.ts';

const kindOf = (bytes: Uint8Array | string) =>
  fileKind(memorySource(typeof bytes === 'string' ? Buffer.from(bytes) : bytes));

const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');

test('a workbook is known by its bytes, not its name', async () => {
  expect(await kindOf(buildWorkbook({ sheets: { One: '' } }))).toBe('workbook');
  expect(await kindOf('a,b\n1,2\n')).toBe('text');
  expect(await kindOf('MZE Corp,b\n')).toBe('text');
});

test.each([
  ['an empty file', '', 'empty'],
  [
    'a program named .csv',
    Buffer.concat([Buffer.from('MZ\x90\0\x03\0'), Buffer.alloc(200)]),
    'not_a_table',
  ],
  ['a PDF', '%PDF-1.7\n', 'not_a_table'],
  ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'not_a_table'],
  ['a workbook of 1997', Buffer.concat([compound, Buffer.alloc(600)]), 'old_excel'],
  [
    'a workbook behind a password',
    Buffer.concat([compound, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
    'password',
  ],
  ['a web page named .xls', '\ufeff <html xmlns:o="x"><table>', 'web_page'],
  [
    'an XML spreadsheet',
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>',
    'web_page',
  ],
])('%s is named for what it is', async (_, bytes, code) => {
  await expect(kindOf(bytes)).rejects.toMatchObject({ name: 'FileProblem', code });
});
