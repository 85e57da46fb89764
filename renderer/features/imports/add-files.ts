import { client } from '#renderer/api/client.ts';
import { i18n } from '#renderer/api/i18n.ts';
import { showFailure, showNotice } from '#renderer/api/toasts.tsx';
import { uploadFile } from '#renderer/api/uploads.ts';
import type { ImportDesk } from '#shared/contract/imports-desk.ts';
import { uploadFileLimit } from '#shared/contract/uploads.ts';
import { peekDesk, putDesk, refetchDesk } from './desk-query.ts';
import { type Incoming, isReceiving, receive } from './incoming-files.ts';

/** Files that one import holds. */
const fileLimit = 30;

/** Brings files to the desk. What cannot come is named, and the others still do. */
export async function addFiles(chosen: readonly File[]): Promise<void> {
  if (isReceiving() || peekDesk()?.progress?.phase === 'writing') {
    showNotice(i18n.t('imports:files.wait'));
    return;
  }
  const files = chosen.filter(fits);
  const room = fileLimit - (peekDesk()?.files.length ?? 0);
  if (files.length > room) showNotice(i18n.t('imports:files.tooMany', { count: fileLimit }));
  if (files.length === 0 || room <= 0) return;
  try {
    await receive((signal, tell) => bring(files.slice(0, room), signal, tell));
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) showFailure(error);
    await refetchDesk();
  }
}

function fits({ name, size }: File): boolean {
  if (size <= uploadFileLimit) return true;
  showNotice(i18n.t('imports:files.tooLarge', { name, limit: uploadFileLimit / 1024 / 1024 }));
  return false;
}

async function bring(
  files: readonly File[],
  signal: AbortSignal,
  tell: (file: Incoming) => void,
): Promise<void> {
  const handles: string[] = [];
  const names = new Set<string>();
  for (const file of files) {
    tell({ name: file.name, share: 0 });
    const handle = await bringOne(file, signal, tell);
    if (handle === null) continue;
    handles.push(handle);
    names.add(file.name);
  }
  if (handles.length === 0) return;
  await removeNamed(names);
  await open(handles);
}

/** A large file is read for a while; the desk shows how far it is. */
const patienceMs = 300;

async function open(handles: string[]): Promise<void> {
  const look = setTimeout(refetchDesk, patienceMs);
  try {
    putDesk(await client.imports.openFiles({ handles }));
  } finally {
    clearTimeout(look);
  }
}

/** Null when the disk does not give the file: it is a folder, or was moved away. */
async function bringOne(
  file: File,
  signal: AbortSignal,
  tell: (file: Incoming) => void,
): Promise<string | null> {
  try {
    const { name } = file;
    return await uploadFile(file, { signal, onProgress: (share) => tell({ name, share }) });
  } catch (error) {
    if (!(error instanceof DOMException) || error.name === 'AbortError') throw error;
    showNotice(i18n.t('imports:files.unreadable', { name: file.name }));
    return null;
  }
}

/** A file that comes again, corrected, takes the place of the one before. */
async function removeNamed(names: ReadonlySet<string>): Promise<void> {
  const before: ImportDesk['files'] = peekDesk()?.files ?? [];
  for (const { id, name } of before) {
    if (!names.has(name)) continue;
    await client.imports.removeFile({ fileId: id });
    showNotice(i18n.t('imports:files.replaced', { name }));
  }
}
