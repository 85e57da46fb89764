import { useMutation } from '@tanstack/react-query';
import { fromBase64 } from '#renderer/api/bytes.ts';
import { client } from '#renderer/api/client.ts';
import { saveFile } from '#renderer/api/downloads.ts';
import type { ImportRun } from '#shared/contract/imports.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Saves the rows of an import that came back, to be corrected and imported again. */
export function useSaveReturned({ id: runId, returnedFile }: ImportRun) {
  return useMutation({
    async mutationFn() {
      if (returnedFile === null) return;
      const parts: Uint8Array<ArrayBuffer>[] = [];
      for (let offset: number | null = 0; offset !== null; ) {
        const part: { base64: string; nextOffset: number | null } =
          await client.imports.readReturned({ runId, offset });
        parts.push(fromBase64(part.base64));
        offset = part.nextOffset;
      }
      saveFile(new Blob(parts, { type: xlsx }), returnedFile);
    },
  });
}
