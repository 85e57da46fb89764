import { uploadChunkBytes, uploadFileLimit } from '#shared/contract/uploads.ts';
import { AppError } from '../../app-error.ts';
import type { ScratchFile, ScratchFolder } from '../../files/scratch.ts';
import type { TaskContext } from '../../rpc/context.ts';

/** More than this waiting at once is a caller that never finishes. */
const openUploadsLimit = 50;

type Upload = { name: string; size: number; file: ScratchFile; nextIndex: number };

/** A complete file that a feature has taken over and must remove. */
export type ReceivedFile = { name: string; file: ScratchFile };

/** Uploads belong to an open workspace and end with it. */
const uploadsOf = new WeakMap<ScratchFolder, Map<string, Upload>>();

function openUploads({ workspace }: Pick<TaskContext, 'workspace'>): Map<string, Upload> {
  const known = uploadsOf.get(workspace.scratch) ?? new Map<string, Upload>();
  uploadsOf.set(workspace.scratch, known);
  return known;
}

/** Opens a file to be sent in chunks. @throws AppError upload_too_large */
export function beginUpload(
  context: TaskContext,
  { name, size }: { name: string; size: number },
): { handle: string } {
  const uploads = openUploads(context);
  if (size > uploadFileLimit) throw new AppError('upload_too_large', { limit: uploadFileLimit });
  if (uploads.size >= openUploadsLimit) throw new AppError('bad_input', { field: 'handle' });
  const handle = context.platform.newId();
  uploads.set(handle, { name, size, file: context.workspace.scratch.create(), nextIndex: 0 });
  return { handle };
}

/** Adds the next chunk. @throws AppError upload_unknown, bad_input */
export function appendUpload(
  context: TaskContext,
  { handle, index, dataBase64 }: { handle: string; index: number; dataBase64: string },
): { received: number } {
  const upload = findUpload(context, handle);
  const bytes = Buffer.from(dataBase64, 'base64');
  const received = upload.file.ref.size + bytes.length;
  const fits = bytes.length <= uploadChunkBytes && received <= upload.size;
  if (index !== upload.nextIndex || !fits) throw new AppError('bad_input', { field: 'index' });
  upload.file.append(bytes);
  upload.nextIndex += 1;
  return { received };
}

export function discardUpload(context: TaskContext, { handle }: { handle: string }): void {
  openUploads(context).get(handle)?.file.remove();
  openUploads(context).delete(handle);
}

/** Hands a complete upload to the feature that asked for it. @throws AppError upload_unknown */
export function takeUpload(context: TaskContext, handle: string): ReceivedFile {
  const { name, size, file } = findUpload(context, handle);
  if (file.ref.size !== size) throw new AppError('upload_unknown');
  openUploads(context).delete(handle);
  file.end();
  return { name, file };
}

function findUpload(context: TaskContext, handle: string): Upload {
  const upload = openUploads(context).get(handle);
  if (upload === undefined) throw new AppError('upload_unknown');
  return upload;
}
