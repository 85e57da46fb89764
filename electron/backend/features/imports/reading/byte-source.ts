import { readScratch, readScratchBytes, type ScratchRef } from '../../../files/scratch.ts';

/** Bytes that can be read at any place: an upload, or memory in tests. */
export type ByteSource = {
  size: number;
  read(start: number, end: number): Promise<Uint8Array>;
  stream(start?: number, end?: number): AsyncIterable<Uint8Array>;
};

export function scratchSource(ref: ScratchRef): ByteSource {
  return {
    size: ref.size,
    read: (start, end) => readScratchBytes(ref, { start, end }),
    stream: (start = 0, end = ref.size) => readScratch(ref, { start, end }),
  };
}

export function memorySource(bytes: Uint8Array, chunkBytes = 64 * 1024): ByteSource {
  return {
    size: bytes.length,
    read: async (start, end) => bytes.subarray(start, end),
    async *stream(start = 0, end = bytes.length) {
      for (let at = start; at < end; at += chunkBytes) {
        yield bytes.subarray(at, Math.min(end, at + chunkBytes));
      }
    },
  };
}
