import type { AppClient } from '#backend/router.ts';
import { uploadChunkBytes } from '#shared/contract/uploads.ts';

/** Sends a file as the page does and answers its handle. */
export async function uploadFile(
  client: AppClient,
  name: string,
  content: Uint8Array,
): Promise<string> {
  const { handle } = await client.uploads.begin({ name, size: content.length });
  for (let index = 0; index * uploadChunkBytes < content.length; index += 1) {
    const chunk = content.subarray(index * uploadChunkBytes, (index + 1) * uploadChunkBytes);
    const dataBase64 = Buffer.from(chunk).toString('base64');
    await client.uploads.append({ handle, index, dataBase64 });
  }
  return handle;
}
