import type { TextEncoding } from '#shared/contract/imports-desk.ts';

/** Text as bytes of any encoding that the importer reads, without a byte order mark. */
export function encodeText(text: string, encoding: TextEncoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    default:
      return Buffer.concat([...text].map((character) => encodeLegacy(character, encoding)));
  }
}

type LegacyEncoding = Exclude<TextEncoding, `utf-${string}`>;

const tables = new Map<LegacyEncoding, Map<string, Buffer>>();

function encodeLegacy(character: string, encoding: LegacyEncoding): Buffer {
  const table = tables.get(encoding) ?? buildTable(encoding);
  tables.set(encoding, table);
  const bytes = table.get(character) ?? (encoding === 'gb18030' ? fourBytes(character) : undefined);
  if (bytes === undefined) throw new Error(`${encoding} has no ${character}`);
  return bytes;
}

/** Node only decodes, so the table is what its decoder makes of each byte and pair of bytes. */
function buildTable(encoding: LegacyEncoding): Map<string, Buffer> {
  const table = new Map<string, Buffer>();
  const decoder = new TextDecoder(encoding);
  const add = (bytes: Buffer) => {
    const text = decoder.decode(bytes);
    const isOne = [...text].length === 1 && text !== '\ufffd';
    if (isOne && !table.has(text)) table.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) add(Buffer.from([byte]));
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) add(Buffer.from([lead, trail]));
  }
  return table;
}

/** GB18030 spells what lies beyond the base plane with four bytes. */
function fourBytes(character: string): Buffer {
  const index = (character.codePointAt(0) ?? 0) - 0x10000;
  if (index < 0) throw new Error(`Only the supplementary planes: ${character}`);
  return Buffer.from([
    0x90 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ]);
}
