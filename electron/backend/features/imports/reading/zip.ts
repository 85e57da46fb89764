import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import type { ByteSource } from './byte-source.ts';
import { FileProblem } from './file-problem.ts';
import type { InflateBudget } from './inflate-budget.ts';

const maxEntries = 1000;
const maxDirectoryBytes = 4 * 1024 * 1024;
const endRecordBytes = 22;
const maxCommentBytes = 65_535;
/** Small, because one byte can inflate to a thousand. */
const packedChunkBytes = 16 * 1024;

const signatures = {
  end: 0x06054b50,
  end64: 0x06064b50,
  end64Locator: 0x07064b50,
  entry: 0x02014b50,
  local: 0x04034b50,
} as const;

export type ZipEntry = {
  name: string;
  method: 'stored' | 'deflated';
  packedSize: number;
  size: number;
  crc: number;
  headerStart: number;
};

/**
 * The entries of a ZIP archive by name, from its directory. Names are keys, never paths.
 *
 * @throws FileProblem damaged, too_big, password
 */
export async function readZipDirectory(source: ByteSource): Promise<Map<string, ZipEntry>> {
  const { start, size, count } = await findDirectory(source);
  if (count > maxEntries || size > maxDirectoryBytes) throw new FileProblem('too_big');
  if (start + size > source.size) throw new FileProblem('damaged');
  const bytes = Buffer.from(await source.read(start, start + size));
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const { entry, length } = readEntry(bytes, at);
    if (entries.has(entry.name)) throw new FileProblem('damaged');
    entries.set(entry.name, entry);
    at += length;
  }
  assertApart([...entries.values()], start);
  return entries;
}

type Directory = { start: number; size: number; count: number };

async function findDirectory(source: ByteSource): Promise<Directory> {
  const tailStart = Math.max(0, source.size - endRecordBytes - maxCommentBytes);
  const tail = Buffer.from(await source.read(tailStart, source.size));
  for (let at = tail.length - endRecordBytes; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== signatures.end) continue;
    const directory = {
      count: tail.readUInt16LE(at + 10),
      size: tail.readUInt32LE(at + 12),
      start: tail.readUInt32LE(at + 16),
    };
    const isLong = directory.count === 0xffff || directory.start === 0xffffffff;
    return isLong ? findLongDirectory(source, tail, at) : directory;
  }
  throw new FileProblem('damaged');
}

async function findLongDirectory(
  source: ByteSource,
  tail: Buffer,
  end: number,
): Promise<Directory> {
  const locator = end - 20;
  if (locator < 0 || tail.readUInt32LE(locator) !== signatures.end64Locator) {
    throw new FileProblem('damaged');
  }
  const at = toSize(tail.readBigUInt64LE(locator + 8));
  const record = Buffer.from(await source.read(at, at + 56));
  if (record.length < 56 || record.readUInt32LE(0) !== signatures.end64) {
    throw new FileProblem('damaged');
  }
  return {
    count: toSize(record.readBigUInt64LE(32)),
    size: toSize(record.readBigUInt64LE(40)),
    start: toSize(record.readBigUInt64LE(48)),
  };
}

function readEntry(bytes: Buffer, at: number): { entry: ZipEntry; length: number } {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== signatures.entry) {
    throw new FileProblem('damaged');
  }
  const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((o) => bytes.readUInt16LE(at + o));
  const nameEnd = at + 46 + (nameBytes ?? 0);
  const extraEnd = nameEnd + (extraBytes ?? 0);
  if (extraEnd > bytes.length) throw new FileProblem('damaged');
  if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new FileProblem('password');
  const entry = {
    name: bytes.toString('utf8', at + 46, nameEnd),
    method: methodOf(bytes.readUInt16LE(at + 10)),
    crc: bytes.readUInt32LE(at + 16),
    ...longSizes(bytes.subarray(nameEnd, extraEnd), {
      size: bytes.readUInt32LE(at + 24),
      packedSize: bytes.readUInt32LE(at + 20),
      headerStart: bytes.readUInt32LE(at + 42),
    }),
  };
  return { entry, length: extraEnd - at + (commentBytes ?? 0) };
}

function methodOf(code: number): ZipEntry['method'] {
  if (code === 0) return 'stored';
  if (code === 8) return 'deflated';
  throw new FileProblem('damaged');
}

type Sizes = Pick<ZipEntry, 'size' | 'packedSize' | 'headerStart'>;

/** Sizes of 64 bits stand in an extra field, in this order, for each that is all ones. */
function longSizes(extra: Buffer, sizes: Sizes): Sizes {
  const missing = (['size', 'packedSize', 'headerStart'] as const).filter(
    (name) => sizes[name] === 0xffffffff,
  );
  if (missing.length === 0) return sizes;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    if (at + 4 + missing.length * 8 > extra.length) break;
    const values = missing.map((name, i) => [name, toSize(extra.readBigUInt64LE(at + 4 + i * 8))]);
    return { ...sizes, ...Object.fromEntries(values) };
  }
  throw new FileProblem('damaged');
}

function toSize(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new FileProblem('damaged');
  return Number(value);
}

/** Entries that share bytes are how a small archive claims to hold a huge one. */
function assertApart(entries: readonly ZipEntry[], directoryStart: number): void {
  const sorted = entries.toSorted((a, b) => a.headerStart - b.headerStart);
  for (const [index, { headerStart, packedSize }] of sorted.entries()) {
    const next = sorted[index + 1]?.headerStart ?? directoryStart;
    if (headerStart + 30 + packedSize > next) throw new FileProblem('damaged');
  }
}

/**
 * Inflates one entry in chunks, against the budget, and checks it against its checksum.
 *
 * @throws FileProblem damaged, too_big
 */
export async function* inflateEntry(
  source: ByteSource,
  entry: ZipEntry,
  budget: InflateBudget,
): AsyncGenerator<Uint8Array> {
  const header = Buffer.from(await source.read(entry.headerStart, entry.headerStart + 30));
  if (header.length < 30 || header.readUInt32LE(0) !== signatures.local) {
    throw new FileProblem('damaged');
  }
  const start = entry.headerStart + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = source.stream(start, start + entry.packedSize);
  let crc = 0;
  let inflated = 0;
  for await (const chunk of entry.method === 'stored'
    ? counted(packed, budget)
    : inflate(packed, budget)) {
    crc = crc32(chunk, crc);
    inflated += chunk.length;
    yield chunk;
  }
  if (inflated !== entry.size || crc !== entry.crc) throw new FileProblem('damaged');
}

async function* counted(packed: AsyncIterable<Uint8Array>, budget: InflateBudget) {
  for await (const chunk of packed) {
    budget.take(chunk.length, { packed: 1, inflated: 1 });
    yield chunk;
  }
}

async function* inflate(packed: AsyncIterable<Uint8Array>, budget: InflateBudget) {
  const total = { packed: 0, inflated: 0 };
  let ready: Uint8Array[] = [];
  const stream = new Inflate((chunk) => {
    total.inflated += chunk.length;
    budget.take(chunk.length, total);
    ready.push(chunk);
  });
  for await (const chunk of packed) {
    for (let at = 0; at < chunk.length; at += packedChunkBytes) {
      const piece = chunk.subarray(at, at + packedChunkBytes);
      total.packed += piece.length;
      push(stream, piece, false);
      yield* ready.splice(0);
    }
  }
  push(stream, new Uint8Array(0), true);
  yield* ready;
  ready = [];
}

function push(stream: Inflate, bytes: Uint8Array, isLast: boolean): void {
  try {
    stream.push(bytes, isLast);
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    throw new FileProblem('damaged', { cause: error });
  }
}
