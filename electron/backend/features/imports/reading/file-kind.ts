import type { ByteSource } from './byte-source.ts';
import { FileProblem } from './file-problem.ts';

const signatures: readonly (readonly [string, string])[] = [
  ['workbook', '504b0304'],
  ['workbook', '504b0506'],
  ['compound', 'd0cf11e0a1b11ae1'],
  ['other', '255044462d'], // PDF
  ['other', '7f454c46'], // Linux program
  ['other', 'cafebabe'], // Mac program
  ['other', 'cffaedfe'],
  ['other', '89504e47'], // PNG
  ['other', 'ffd8ff'], // JPEG
  ['other', '526172211a07'], // RAR
  ['other', '377abcaf271c'], // 7z
  ['other', '1f8b'], // gzip
];

/**
 * What a file is, by its first bytes: a name may say anything.
 *
 * @throws FileProblem for what is neither a workbook nor text
 */
export async function fileKind(source: ByteSource): Promise<'workbook' | 'text'> {
  if (source.size === 0) throw new FileProblem('empty');
  const head = Buffer.from(await source.read(0, Math.min(source.size, 4096)));
  const hex = head.toString('hex');
  const kind = signatures.find(([, signature]) => hex.startsWith(signature))?.[0];
  if (kind === 'workbook') return 'workbook';
  if (kind === 'compound') throw new FileProblem(await compoundKind(source));
  if (kind === 'other' || isProgram(head)) throw new FileProblem('not_a_table');
  if (isMarkup(head)) throw new FileProblem('web_page');
  return 'text';
}

/** Two letters that a table may begin with as well, so more must speak for it. */
function isProgram(head: Buffer): boolean {
  return head.subarray(0, 2).toString('latin1') === 'MZ' && head.includes(0);
}

/** The container of old Excel files, and of new ones behind a password. */
async function compoundKind(source: ByteSource): Promise<'password' | 'old_excel'> {
  const bytes = Buffer.from(await source.read(0, Math.min(source.size, 4 * 1024 * 1024)));
  const tail = Buffer.from(await source.read(Math.max(0, source.size - 65_536), source.size));
  const mark = Buffer.from('EncryptedPackage', 'utf16le');
  return bytes.includes(mark) || tail.includes(mark) ? 'password' : 'old_excel';
}

function isMarkup(head: Buffer): boolean {
  const text = head.toString('latin1').replace(/^[\xef\xbb\xbf\s]+|\0/g, '');
  return /^<(?:!doctype|html|head|body|table|meta|\?xml|\?mso|script|style|div)/i.test(text);
}
