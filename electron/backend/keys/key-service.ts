import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Platform } from '../platform.ts';
import {
  createSlotFile,
  type DeviceSlot,
  readSlotFile,
  restoreSlotFile,
  slotFileName,
  slotFilesOf,
} from './slot-file.ts';

export type KeyPurpose = 'own' | 'sample';

/** The unlocked data key, given out only as a key for one purpose. */
export type UnlockedKeys = {
  keyFor(purpose: KeyPurpose): Uint8Array;
  /** Says which data key this is and nothing about it; backups carry it. */
  check: string;
};

/**
 * - `key_missing`: there is data, and nowhere a slot file that could open it;
 * - `key_wrong`: there is one, but the keeper of this device cannot open it;
 * - `newer`: it was written by a newer version of the app.
 */
export type KeyFailure = 'key_missing' | 'key_wrong' | 'newer';

export class KeyError extends Error {
  override readonly name = 'KeyError';
  readonly reason: KeyFailure;

  constructor(reason: KeyFailure, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

export type KeySources = {
  /** A missing slot file beside data or backups never leads to a new key over the old data. */
  hasData: boolean;
  /** Copies of the slot file in backups, newest first. */
  spares: readonly string[];
};

/**
 * Opens the slot file, or a copy of it when it is missing or broken, or makes the data key where
 * there is nothing yet to open with it.
 *
 * @throws KeyError
 */
export async function unlockKeys(platform: Platform, sources: KeySources): Promise<UnlockedKeys> {
  const { dataDirectory } = platform;
  const files = [...slotFilesOf(dataDirectory), ...sources.spares];
  const tried = new Set<string>();
  let failure: KeyError | undefined;
  for (const file of files) {
    const slots = readSlotFile(file);
    if (slots.state === 'newer') throw new KeyError('newer');
    if (slots.state !== 'open' || tried.has(slots.device.wrapped)) continue;
    tried.add(slots.device.wrapped);
    try {
      const key = await openDeviceSlot(platform, slots.device);
      if (file !== join(dataDirectory, slotFileName)) restoreSlotFile(dataDirectory, slots.text);
      return unlocked(key);
    } catch (error) {
      failure ??= new KeyError('key_wrong', { cause: error });
    }
  }
  if (failure !== undefined) throw failure;
  if (sources.hasData || files.some((file) => existsSync(file))) throw new KeyError('key_missing');
  return createKey(platform);
}

async function openDeviceSlot(platform: Platform, slot: DeviceSlot): Promise<Uint8Array> {
  const key = await platform.unprotectSecret({ keeper: slot.keeper, wrapped: slot.wrapped });
  const expected = Buffer.from(slot.check, 'base64');
  const actual = keyCheck(key);
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) {
    throw new Error('The keeper gave another key');
  }
  return key;
}

async function createKey(platform: Platform): Promise<UnlockedKeys> {
  const key = randomBytes(32);
  const { keeper, wrapped } = await platform.protectSecret(key);
  const check = keyCheck(key).toString('base64');
  createSlotFile(platform.dataDirectory, { kind: 'device', keeper, wrapped, check });
  return unlocked(key);
}

function keyCheck(key: Uint8Array): Buffer {
  return createHmac('sha256', key).update('bellwether key check v1').digest();
}

function unlocked(dataKey: Uint8Array): UnlockedKeys {
  return {
    keyFor: (purpose) =>
      new Uint8Array(hkdfSync('sha256', dataKey, '', `bellwether ${purpose} v1`, 32)),
    check: keyCheck(dataKey).toString('base64'),
  };
}
