import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportDesk } from '#shared/contract/imports-desk.ts';
import type { TestBackend } from '#tests/support/start-backend.ts';
import { uploadFile } from '#tests/support/upload-file.ts';

export type ImportFile = { name: string; content: Uint8Array | string };

/** Drops files on the desk and waits until it is known what would happen. */
export async function openFiles(
  { client }: TestBackend,
  files: readonly ImportFile[],
): Promise<ImportDesk> {
  const handles: string[] = [];
  for (const { name, content } of files) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    handles.push(await uploadFile(client, name, bytes));
  }
  await client.imports.openFiles({ handles });
  return client.imports.checkDesk();
}

/** Drops files, imports them and puts the desk away. */
export async function importFiles(
  backend: TestBackend,
  files: readonly ImportFile[],
): Promise<ImportDesk> {
  await openFiles(backend, files);
  const desk = await backend.client.imports.runImport();
  await backend.client.imports.closeDesk();
  return desk;
}

const maven = join(import.meta.dirname, '../fixtures/maven');

/** The public CRM export of `tests/fixtures/maven`. */
export function mavenFiles(): ImportFile[] {
  return ['sales_pipeline', 'accounts', 'products', 'sales_teams'].map((name) => ({
    name: `${name}.csv`,
    content: readFileSync(join(maven, `${name}.csv`)),
  }));
}
