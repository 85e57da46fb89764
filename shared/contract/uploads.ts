import { z } from 'zod';
import { task } from './procedure.ts';

/** Decoded bytes in one chunk; all but the last are this long. */
export const uploadChunkBytes = 512 * 1024;

/** A file may have this many bytes. */
export const uploadFileLimit = 500 * 1024 * 1024;

const handle = z.uuid();

/**
 * Brings a file chosen by the manager to the backend in chunks. It is kept under a throwaway key
 * until a feature has used it, the caller discards it or the workspace closes.
 */
export const uploads = {
  /**
   * Opens a file. The name is only ever shown, never used as a path. `size` is in bytes; more
   * than the limit answers `upload_too_large`.
   */
  begin: task
    .input(z.object({ name: z.string().max(1000), size: z.int().min(0) }))
    .output(z.object({ handle })),
  /**
   * Adds one chunk of at most `uploadChunkBytes`, in order from index 0. Answers the bytes
   * received so far; the file is complete when that is its size. A chunk out of order or past
   * the announced size answers `bad_input`, an unknown handle `upload_unknown`.
   */
  append: task
    .input(
      z.object({
        handle,
        index: z.int().min(0),
        dataBase64: z.base64().max(Math.ceil(uploadChunkBytes / 3) * 4),
      }),
    )
    .output(z.object({ received: z.int() })),
  /** Removes an upload that nothing has used yet; removing it twice is no error. */
  discard: task.input(z.object({ handle })),
};
