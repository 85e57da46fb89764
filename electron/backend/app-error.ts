import type { AppErrorCode, AppErrorDetails } from '#shared/contract/errors.ts';

/** A failure the manager can understand and act on; its text is `errors:<code>` in the catalogues. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: AppErrorCode;
  readonly details: AppErrorDetails;

  constructor(code: AppErrorCode, details: AppErrorDetails = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.details = details;
  }
}
