import { existsSync, readFileSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { atomicWrite } from '../files/atomic-write.ts';

/**
 * One way to reach the data key. More kinds (passphrase, recovery code) are added beside
 * `device`; an unknown kind is kept untouched.
 */
const deviceSlot = z.object({
  kind: z.literal('device'),
  keeper: z.string(),
  wrapped: z.base64(),
  /** Tells a wrong key from a damaged file. */
  check: z.base64(),
});
export type DeviceSlot = z.infer<typeof deviceSlot>;

const slotFile = z.object({
  version: z.literal(1),
  slots: z.array(z.looseObject({ kind: z.string() })),
});

export const slotFileName = 'keys.json';
const previousName = 'keys.previous.json';

/**
 * - `open`: has a slot for this device;
 * - `newer`: written by a newer version of the app;
 * - `unreadable`: missing, cut short, or without a slot that this version can use.
 */
export type SlotFileState =
  | { state: 'open'; text: string; device: DeviceSlot }
  | { state: 'newer' }
  | { state: 'unreadable' };

export function readSlotFile(file: string): SlotFileState {
  try {
    const text = readFileSync(file, 'utf8');
    const json: unknown = JSON.parse(text);
    if (isNewer(json)) return { state: 'newer' };
    const { slots } = slotFile.parse(json);
    const device = slots.map((slot) => deviceSlot.safeParse(slot)).find((slot) => slot.success);
    return device ? { state: 'open', text, device: device.data } : { state: 'unreadable' };
  } catch {
    return { state: 'unreadable' };
  }
}

function isNewer(json: unknown): boolean {
  const version = z.object({ version: z.int().min(2) });
  return version.safeParse(json).success;
}

/** The slot file of a folder and the copy of what it was before its last change. */
export function slotFilesOf(directory: string): string[] {
  return [join(directory, slotFileName), join(directory, previousName)];
}

/** Writes the first slot file of a folder, and its spare copy. */
export function createSlotFile(directory: string, device: DeviceSlot): void {
  const text = `${JSON.stringify({ version: 1, slots: [device] }, null, 2)}\n`;
  for (const file of slotFilesOf(directory).toReversed()) atomicWrite(file, text);
}

/**
 * Puts a good slot file, as it is, in the place of a missing or broken one. The broken one is set
 * aside, never deleted.
 */
export function restoreSlotFile(directory: string, text: string): void {
  const file = join(directory, slotFileName);
  if (existsSync(file)) renameSync(file, firstFree(`${file}.damaged`));
  for (const target of slotFilesOf(directory).toReversed()) atomicWrite(target, text);
}

/** `name-1`, `name-2`, …: the first that is not taken. */
export function firstFree(path: string): string {
  for (let number = 1; ; number += 1) {
    const candidate = join(dirname(path), `${basename(path)}-${number}`);
    if (!existsSync(candidate)) return candidate;
  }
}
