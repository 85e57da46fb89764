import { z } from 'zod';

/** Why a file, or a sheet of it, cannot be read; each has words that say what to do. */
export const fileProblemCode = z.enum([
  'empty',
  'password',
  'old_excel',
  'binary_workbook',
  'web_page',
  'not_a_table',
  'damaged',
  'too_big',
]);
export type FileProblemCode = z.infer<typeof fileProblemCode>;

export const textEncoding = z.enum([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'windows-1252',
]);
export type TextEncoding = z.infer<typeof textEncoding>;
