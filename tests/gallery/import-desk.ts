import type { AppClient } from '#backend/router.ts';
import { buildWorkbook } from '#tests/support/build-workbook.ts';
import { flawedExport } from '#tests/support/flawed-export.ts';
import { type ImportFile, mavenFiles } from '#tests/support/import-files.ts';
import { uploadFile } from '#tests/support/upload-file.ts';

/** Prepares an import as if its files had just been dropped. */
async function layDesk(client: AppClient, files: readonly ImportFile[]): Promise<void> {
  await client.imports.closeDesk();
  const handles: string[] = [];
  for (const { name, content } of files) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    handles.push(await uploadFile(client, name, bytes));
  }
  await client.imports.openFiles({ handles });
  await client.imports.checkDesk();
}

const path = '/imports';

export async function noDesk(client: AppClient): Promise<string> {
  await client.imports.closeDesk();
  return path;
}

/** The public export, with files beside it that are none. */
export async function deskOfFiles(client: AppClient): Promise<string> {
  const [, accounts, products, teams] = mavenFiles();
  const real = [accounts, products, teams].filter((file) => file !== undefined);
  const workbook = buildWorkbook({ sheets: { One: '', Two: '' } });
  await layDesk(client, [
    ...real,
    flawedExport(),
    { name: 'deals.xlsx', content: workbook },
    { name: 'empty.csv', content: '' },
    { name: 'report.xls', content: '<html><body>Please log in</body></html>' },
  ]);
  return path;
}

/** A step of an import with questions and rows that come back. */
export const deskAt = (step: 'columns' | 'check', part?: string) => async (client: AppClient) => {
  await layDesk(client, [flawedExport()]);
  return `${path}?step=${step}${part === undefined ? '' : `&part=${part}`}`;
};

/** What an import did; the first visit carries it out. */
export async function finishedRun(client: AppClient): Promise<string> {
  const known = (await client.imports.listRuns())[0];
  if (known !== undefined) return `${path}?step=result&run=${known.id}`;
  const content = 'product,sales_price\r\nDock,120\r\nCable,a few\r\n';
  await layDesk(client, [{ name: 'products.csv', content }]);
  const { result } = await client.imports.runImport();
  return `${path}?step=result&run=${result?.runId}`;
}
