import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, createReadStream, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const cipher = 'aes-256-ctr';
const blockBytes = 16;

/** What another thread of this process needs to read a scratch file: plain data. */
export type ScratchRef = { path: string; key: Uint8Array; size: number };

/**
 * A temporary file for what must not stay: written from start to end under a key that exists
 * only in memory, so that a copy left behind by a kill is noise.
 */
export class ScratchFile {
  readonly #path: string;
  readonly #key = randomBytes(32);
  readonly #cipher = createCipheriv(cipher, this.#key, counter(0));
  readonly #handle: number;
  #size = 0;
  #isOpen = true;

  constructor(path: string) {
    this.#path = path;
    this.#handle = openSync(path, 'wx', 0o600);
  }

  get ref(): ScratchRef {
    return { path: this.#path, key: this.#key, size: this.#size };
  }

  append(bytes: Uint8Array): void {
    writeWhole(this.#handle, this.#cipher.update(bytes));
    this.#size += bytes.length;
  }

  /** Ends the writing; the file can still be read. */
  end(): ScratchRef {
    if (this.#isOpen) closeSync(this.#handle);
    this.#isOpen = false;
    return this.ref;
  }

  remove(): void {
    this.end();
    rmSync(this.#path, { force: true });
  }
}

/** A disk that fills up may take only a part; the rest is then refused with the reason. */
function writeWhole(handle: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(handle, bytes, written);
  }
}

/** Reads a scratch file, or its bytes from `start` to before `end`, in chunks. */
export async function* readScratch(
  { path, key, size }: ScratchRef,
  { start = 0, end = size }: { start?: number; end?: number } = {},
): AsyncGenerator<Uint8Array> {
  if (start >= end) return;
  const skipped = start % blockBytes;
  const decipher = createDecipheriv(cipher, key, counter((start - skipped) / blockBytes));
  decipher.update(Buffer.alloc(skipped));
  const stream = createReadStream(path, { start, end: end - 1, highWaterMark: 256 * 1024 });
  for await (const chunk of stream) yield decipher.update(chunk);
}

/** A whole scratch file, or a part of it, at once. */
export async function readScratchBytes(
  ref: ScratchRef,
  range?: { start?: number; end?: number },
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readScratch(ref, range)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function counter(block: number): Uint8Array {
  const bytes = Buffer.alloc(blockBytes);
  bytes.writeBigUInt64BE(BigInt(block), blockBytes - 8);
  return bytes;
}

/**
 * The folder of an open workspace's scratch files. What an earlier run left there goes at the
 * start; all of it goes at the end.
 */
export class ScratchFolder {
  readonly #directory: string;
  readonly #closed = new AbortController();
  #lastNumber = 0;

  constructor(dataDirectory: string) {
    this.#directory = join(dataDirectory, 'scratch');
    this.clear();
  }

  /** Aborted when the workspace closes: what works on the files stops. */
  get closed(): AbortSignal {
    return this.#closed.signal;
  }

  /** A new empty file; its name says nothing about its content. */
  create(): ScratchFile {
    return new ScratchFile(this.reserve());
  }

  /** The path of a file that another thread may make. */
  reserve(): string {
    mkdirSync(this.#directory, { recursive: true, mode: 0o700 });
    this.#lastNumber += 1;
    return join(this.#directory, `${this.#lastNumber}.tmp`);
  }

  close(): void {
    this.#closed.abort();
    this.clear();
  }

  clear(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
