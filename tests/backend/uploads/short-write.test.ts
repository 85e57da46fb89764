import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { readScratchBytes, ScratchFile } from '#backend/files/scratch.ts';
import { removeTestDirectories, testDirectory } from '#tests/support/start-backend.ts';

const disk = vi.hoisted(() => ({ isFull: false }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const writeSync = (handle: number, bytes: Uint8Array, offset = 0) => {
    if (disk.isFull) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    return fs.writeSync(handle, bytes, offset, Math.min(1000, bytes.length - offset));
  };
  return { ...fs, writeSync };
});

afterAll(removeTestDirectories);

test('a disk that takes only a part at a time still gets the whole', async () => {
  const file = new ScratchFile(join(testDirectory(), 'a.tmp'));
  const content = Buffer.from('pipeline,'.repeat(1000));
  file.append(content);
  file.append(content);
  const bytes = await readScratchBytes(file.end());
  expect(Buffer.compare(bytes, Buffer.concat([content, content]))).toBe(0);
});

test('a full disk is told of', () => {
  const file = new ScratchFile(join(testDirectory(), 'b.tmp'));
  disk.isFull = true;
  expect(() => file.append(Buffer.from('x'))).toThrow('no space left');
  disk.isFull = false;
  file.remove();
});
