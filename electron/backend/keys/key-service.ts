import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { atomicWrite } from '../files/atomic-write.ts';
import type { Platform } from '../platform.ts';

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

const slotFile = z.object({
  version: z.literal(1),
  slots: z.array(z.union([deviceSlot, z.looseObject({ kind: z.string() })])),
});
type SlotFile = z.infer<typeof slotFile>;
type DeviceSlot = z.infer<typeof deviceSlot>;

export const slotFileName = 'keys.json';

export type KeyPurpose = 'own' | 'sample';

/** The unlocked data key, given out only as a key for one purpose. */
export type UnlockedKeys = { keyFor(purpose: KeyPurpose): Uint8Array };

export class KeyError extends Error {
  override readonly name = 'KeyError';
  readonly reason: 'key_missing' | 'key_wrong';

  constructor(reason: 'key_missing' | 'key_wrong', options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/**
 * Opens the slot file, or makes the data key where there is nothing yet to open with it.
 *
 * @param dataExists a missing slot file beside data never leads to a new key over the old data
 * @throws KeyError
 */
export async function unlockKeys(platform: Platform, dataExists: boolean): Promise<UnlockedKeys> {
  const file = join(platform.dataDirectory, slotFileName);
  if (existsSync(file)) return derive(await openDeviceSlot(platform, readSlots(file)));
  if (dataExists) throw new KeyError('key_missing');
  return derive(await createSlots(platform, file));
}

function readSlots(file: string): SlotFile {
  try {
    return slotFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new KeyError('key_missing', { cause: error });
  }
}

async function openDeviceSlot(platform: Platform, { slots }: SlotFile): Promise<Uint8Array> {
  const slot = slots.find((candidate): candidate is DeviceSlot => candidate.kind === 'device');
  if (slot === undefined) throw new KeyError('key_missing');
  const key = await platform.unprotectSecret(slot).catch((error: unknown) => {
    throw new KeyError('key_wrong', { cause: error });
  });
  if (!timingSafeEqual(keyCheck(key), Buffer.from(slot.check, 'base64'))) {
    throw new KeyError('key_wrong');
  }
  return key;
}

async function createSlots(platform: Platform, file: string): Promise<Uint8Array> {
  const key = randomBytes(32);
  const { keeper, wrapped } = await platform.protectSecret(key);
  const check = keyCheck(key).toString('base64');
  const content: SlotFile = { version: 1, slots: [{ kind: 'device', keeper, wrapped, check }] };
  atomicWrite(file, `${JSON.stringify(content, null, 2)}\n`);
  return key;
}

function keyCheck(key: Uint8Array): Buffer {
  return createHmac('sha256', key).update('bellwether key check v1').digest();
}

function derive(dataKey: Uint8Array): UnlockedKeys {
  return {
    keyFor: (purpose) =>
      new Uint8Array(hkdfSync('sha256', dataKey, '', `bellwether ${purpose} v1`, 32)),
  };
}
