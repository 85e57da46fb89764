import { fromBase64 } from './bytes.ts';
import { client } from './client.ts';

/** Fetches a kept document in parts. */
export async function loadDocument(document: { id: string; mime: string }): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const part: { base64: string; nextOffset: number | null } = await client.documents.readDocument(
      { id: document.id, offset },
    );
    parts.push(fromBase64(part.base64));
    offset = part.nextOffset;
  }
  return new Blob(parts, { type: document.mime });
}

/** Lets the manager keep a document as a file of their own. */
export async function downloadDocument(document: {
  id: string;
  mime: string;
  name: string;
}): Promise<void> {
  saveFile(await loadDocument(document), document.name);
}

/** Hands a file to the browser's or Electron's own way of saving. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken hold of the content when this runs.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
