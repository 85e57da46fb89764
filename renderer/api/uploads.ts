import { uploadChunkBytes } from '#shared/contract/uploads.ts';
import { toBase64 } from './bytes.ts';
import { client } from './client.ts';

export type UploadOptions = {
  /** Told the share that has arrived, 0–1. */
  onProgress?(share: number): void;
  signal?: AbortSignal;
};

/**
 * Brings a chosen file to the backend, part by part. When it is called off, or a part is refused,
 * what has arrived is removed.
 *
 * @returns the handle by which a task takes the file
 */
export async function uploadFile(file: File, options: UploadOptions = {}): Promise<string> {
  const { handle } = await client.uploads.begin({ name: file.name, size: file.size });
  try {
    await sendParts(file, handle, options);
    return handle;
  } catch (error) {
    // What cannot be removed now goes when the workspace closes; why the upload failed matters.
    await client.uploads.discard({ handle }).catch(() => undefined);
    throw error;
  }
}

async function sendParts(file: File, handle: string, options: UploadOptions): Promise<void> {
  const { onProgress, signal } = options;
  for (let index = 0; index * uploadChunkBytes < file.size; index += 1) {
    signal?.throwIfAborted();
    const from = index * uploadChunkBytes;
    const bytes = new Uint8Array(await file.slice(from, from + uploadChunkBytes).arrayBuffer());
    const { received } = await client.uploads.append({
      handle,
      index,
      dataBase64: toBase64(bytes),
    });
    onProgress?.(received / file.size);
  }
}
