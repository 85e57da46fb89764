import { z } from 'zod';

export const importStep = z.enum(['files', 'columns', 'check', 'result']);
export type ImportStep = z.infer<typeof importStep>;

/** Where in the import the page stands; kept in its address. */
export const importSearch = z.object({
  step: importStep.optional().catch(undefined),
  /** A sheet, or what is decided for all sheets: `stages`, `names`, `currencies`. */
  part: z.string().optional().catch(undefined),
  /** The import whose result is shown. */
  run: z.string().optional().catch(undefined),
});
export type ImportSearch = z.infer<typeof importSearch>;
