import type { FileProblemCode } from '#shared/contract/imports-desk.ts';

/** A file, or a part of it, that cannot be read; the screen has words for each code. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
  readonly code: FileProblemCode;

  constructor(code: FileProblemCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
