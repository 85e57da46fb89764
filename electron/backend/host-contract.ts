import { oc } from '@orpc/contract';
import { z } from 'zod';

const protectedSecret = z.object({ keeper: z.string(), wrapped: z.base64() });

/**
 * What the worker asks of its host, over one MessagePort, by the same RPC as everything else.
 * No procedure takes a path, a URL or code.
 */
export const hostContract = {
  printPdf: oc
    .input(z.object({ html: z.string(), footerHtml: z.string() }))
    .output(z.instanceof(Blob)),
  /** `secret` is base64. */
  protectSecret: oc.input(z.object({ secret: z.base64() })).output(protectedSecret),
  /** Answers base64; fails when another keeper protected the secret. */
  unprotectSecret: oc.input(protectedSecret).output(z.object({ secret: z.base64() })),
  openDataFolder: oc,
  setLanguage: oc.input(z.object({ language: z.enum(['zh-CN', 'en']) })),
};
