import type { TestBackend } from '#tests/support/start-backend.ts';

/** A kept document's bytes, read in parts as a screen does. */
export async function readDocument(
  { client }: Pick<TestBackend, 'client'>,
  id: string,
): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let offset: number | null = 0;
  while (offset !== null) {
    const part: { base64: string; nextOffset: number | null } = await client.documents.readDocument(
      { id, offset },
    );
    parts.push(Buffer.from(part.base64, 'base64'));
    offset = part.nextOffset;
  }
  return Buffer.concat(parts);
}
