import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { takeUpload } from '#backend/features/uploads/upload.service.ts';
import { readScratch, readScratchBytes } from '#backend/files/scratch.ts';
import { uploadChunkBytes, uploadFileLimit } from '#shared/contract/uploads.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
  testDirectory,
} from '#tests/support/start-backend.ts';
import { uploadFile } from '#tests/support/upload-file.ts';

afterAll(removeTestDirectories);

function scratchFiles({ dataDirectory }: TestBackend): string[] {
  const directory = join(dataDirectory, 'scratch');
  return existsSync(directory) ? readdirSync(directory).map((name) => join(directory, name)) : [];
}

function bytesOf(length: number): Buffer {
  return Buffer.from(Uint8Array.from({ length }, (_, index) => (index * 7 + (index >> 8)) % 256));
}

test('a file sent in chunks arrives byte for byte', async () => {
  const backend = await startBackend();
  const content = bytesOf(uploadChunkBytes * 2 + 12_345);
  const handle = await uploadFile(backend.client, 'pipeline.csv', content);
  const { name, file } = takeUpload(backend.workspace.taskContext(), handle);
  expect(name).toBe('pipeline.csv');
  expect(Buffer.compare(await readScratchBytes(file.ref), content)).toBe(0);
  await backend.stop();
});

test('any part of a received file can be read', async () => {
  const backend = await startBackend();
  const content = bytesOf(300_000);
  const handle = await uploadFile(backend.client, 'a.xlsx', content);
  const { file } = takeUpload(backend.workspace.taskContext(), handle);
  const ranges = ['0-1', '1-17', '15-16', '16-33', '299990-300000', '5-5'];
  for (const range of ranges) {
    const [start = 0, end = 0] = range.split('-').map(Number);
    const part = await readScratchBytes(file.ref, { start, end });
    expect(Buffer.compare(part, content.subarray(start, end))).toBe(0);
  }
  await backend.stop();
});

test('what lies on the disk is private and unreadable', async () => {
  const backend = await startBackend();
  await uploadFile(backend.client, 'secret.csv', Buffer.from('canary-7391 '.repeat(1000)));
  const [file = ''] = scratchFiles(backend);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readFileSync(file, 'latin1')).not.toContain('canary');
  expect(file).not.toContain('secret');
  await backend.stop();
});

test('nothing is left behind when the workspace closes', async () => {
  const backend = await startBackend();
  await uploadFile(backend.client, 'a.csv', Buffer.from('x'));
  await backend.stop();
  expect(scratchFiles(backend)).toEqual([]);
});

test('what a kill left behind goes at the next start', async () => {
  const dataDirectory = testDirectory();
  mkdirSync(join(dataDirectory, 'scratch'));
  writeFileSync(join(dataDirectory, 'scratch', '1.tmp'), 'x');
  const second = await startBackend({ dataDirectory });
  expect(scratchFiles(second)).toEqual([]);
  await second.stop();
});

test('a name that looks like a path stays a name', async () => {
  const backend = await startBackend();
  for (const name of ['../../evil.csv', '/etc/passwd', 'C:\\x.csv', 'a\0b', '%2e%2e%2f', '..']) {
    const handle = await uploadFile(backend.client, name, Buffer.from('x'));
    expect(takeUpload(backend.workspace.taskContext(), handle).name).toBe(name);
  }
  expect(scratchFiles(backend)).toHaveLength(6);
  await backend.stop();
});

test('a chunk out of order or too many bytes are refused', async () => {
  const { client, stop } = await startBackend();
  const { handle } = await client.uploads.begin({ name: 'a.csv', size: 4 });
  const dataBase64 = Buffer.from('abc').toString('base64');
  const bad = { code: 'bad_input' };
  await expect(client.uploads.append({ handle, index: 1, dataBase64 })).rejects.toMatchObject(bad);
  await client.uploads.append({ handle, index: 0, dataBase64 });
  await expect(client.uploads.append({ handle, index: 0, dataBase64 })).rejects.toMatchObject(bad);
  await expect(client.uploads.append({ handle, index: 1, dataBase64 })).rejects.toMatchObject(bad);
  await stop();
});

test('a file over the limit is refused before a byte is sent', async () => {
  const { client, stop } = await startBackend();
  await expect(
    client.uploads.begin({ name: 'huge.csv', size: uploadFileLimit + 1 }),
  ).rejects.toMatchObject({ code: 'upload_too_large', data: { limit: uploadFileLimit } });
  await stop();
});

test('an incomplete or discarded upload cannot be used', async () => {
  const backend = await startBackend();
  const { client } = backend;
  const { handle } = await client.uploads.begin({ name: 'a.csv', size: 4 });
  const context = backend.workspace.taskContext();
  expect(() => takeUpload(context, handle)).toThrow('upload_unknown');
  await client.uploads.discard({ handle });
  await client.uploads.discard({ handle });
  expect(scratchFiles(backend)).toEqual([]);
  await expect(client.uploads.append({ handle, index: 0, dataBase64: '' })).rejects.toMatchObject({
    code: 'upload_unknown',
  });
  await backend.stop();
});

test('reading stops early without an error', async () => {
  const backend = await startBackend();
  const handle = await uploadFile(backend.client, 'a.csv', bytesOf(600_000));
  const { file } = takeUpload(backend.workspace.taskContext(), handle);
  for await (const chunk of readScratch(file.ref)) {
    expect(chunk.length).toBeGreaterThan(0);
    break;
  }
  await backend.stop();
});
