import type { TextEncoding } from '#shared/contract/imports-desk.ts';
import type { ByteSource } from './byte-source.ts';
import { plausibility } from './plausibility.ts';

export type EncodingFinding = {
  /** The likeliest. */
  encoding: TextEncoding;
  /** False when the text reads sensibly in several ways and the manager should look. */
  isCertain: boolean;
  /** Every encoding in which the whole file can be read, likeliest first; all when there is none. */
  fitting: TextEncoding[];
  /** False when no encoding reads every byte. */
  isWhole: boolean;
};

const sampleBytes = 256 * 1024;
const legacy = ['gb18030', 'big5', 'shift_jis', 'windows-1252'] as const;

/**
 * Finds out how a text file is encoded: by its mark, else the first of UTF-8, UTF-16 and the
 * older encodings in which every byte can be read. Several older ones often fit; which of them
 * reads as language decides, and where none stands out the manager is asked.
 */
export async function detectEncoding(source: ByteSource): Promise<EncodingFinding> {
  const sample = Buffer.from(await source.read(0, Math.min(source.size, sampleBytes)));
  const marked = markedEncoding(sample) ?? unmarkedUtf16(sample);
  if (marked !== undefined && (await fits(source, marked))) return certain(marked);
  if (await fits(source, 'utf-8')) return certain('utf-8');
  const fitting: TextEncoding[] = [];
  for (const encoding of legacy) if (await fits(source, encoding)) fitting.push(encoding);
  if (fitting.length === 0)
    return rank(marked === undefined ? ['utf-8', ...legacy] : [marked], sample, false);
  return rank(fitting, sample, true);
}

function certain(encoding: TextEncoding): EncodingFinding {
  return { encoding, isCertain: true, fitting: [encoding], isWhole: true };
}

/** By the byte order mark. */
function markedEncoding(bytes: Buffer): TextEncoding | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return 'utf-8';
  if (bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))) return 'utf-16le';
  if (bytes.subarray(0, 2).equals(Buffer.from([0xfe, 0xff]))) return 'utf-16be';
  return undefined;
}

/** Commas, digits and line ends of UTF-16 carry a zero byte on the same side throughout. */
function unmarkedUtf16(bytes: Buffer): TextEncoding | undefined {
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (even + odd < bytes.length / 50 || bytes.length < 4) return undefined;
  if (odd > even * 20) return 'utf-16le';
  return even > odd * 20 ? 'utf-16be' : undefined;
}

/** True when every byte of the file can be read in an encoding. */
async function fits(source: ByteSource, encoding: TextEncoding): Promise<boolean> {
  try {
    for await (const text of decode(source, encoding)) {
      if (encoding === 'windows-1252' && /[\x80-\x9f]/.test(text)) return false;
    }
    return true;
  } catch {
    return false;
  }
}

function rank(
  encodings: readonly TextEncoding[],
  sample: Buffer,
  isWhole: boolean,
): EncodingFinding {
  const scored = encodings
    .map((encoding) => ({ encoding, score: plausibility(decodeLoosely(sample, encoding)) }))
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = scored;
  const stands = best !== undefined && best.score >= 0.3 && best.score >= (second?.score ?? 0) * 2;
  return {
    encoding: best?.encoding ?? 'utf-8',
    isCertain: isWhole && stands,
    fitting: scored.map(({ encoding }) => encoding),
    isWhole,
  };
}

/**
 * The text of a file, in chunks. A byte that cannot be read throws, or becomes U+FFFD when
 * `isLoose`.
 */
export async function* decode(
  source: ByteSource,
  encoding: TextEncoding,
  { isLoose = false } = {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: !isLoose });
  for await (const chunk of source.stream()) yield decoder.decode(chunk, { stream: true });
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** The start of a file, whatever its bytes: for showing and judging. */
export function decodeLoosely(bytes: Uint8Array, encoding: TextEncoding): string {
  return new TextDecoder(encoding).decode(bytes, { stream: true });
}
