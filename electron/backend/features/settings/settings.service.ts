import {
  type AppSettings,
  appSettings,
  defaultSettings,
  type SettingsChanges,
} from '#shared/contract/settings.ts';
import { minorDigits } from '#shared/domain/money/currency.ts';
import { AppError } from '../../app-error.ts';
import type { ReadDb } from '../../database/db.ts';
import type { CommandContext } from '../../rpc/context.ts';
import { hasAnyAmount, listSettings, upsertSetting } from './settings.repository.ts';

/** The settings as they are; what was never set, or no longer fits, has its default. */
export async function getSettings({ db }: { db: ReadDb }): Promise<AppSettings> {
  const stored = await listSettings(db);
  const entries = Object.entries(appSettings.shape).map(([key, schema]) => {
    const parsed = schema.safeParse(stored[key]);
    return [key, parsed.success ? parsed.data : defaultSettings[key as keyof AppSettings]];
  });
  return appSettings.parse(Object.fromEntries(entries));
}

/**
 * Changes some settings. @returns all of them
 * @throws AppError currency_in_use
 */
export async function saveSettings(
  context: CommandContext,
  changes: SettingsChanges,
): Promise<AppSettings> {
  await keepAmounts(context.db, changes);
  for (const [key, value] of Object.entries(changes)) {
    if (value !== undefined) await upsertSetting(context.db, key, value);
  }
  // Going back to the first start would hide everything there is.
  if (changes.isSetUp === true) context.step.makeFinal();
  const settings = await getSettings(context);
  await context.platform.setLanguage(settings.language);
  return settings;
}

/** Amounts are whole minor units: 100 of them are 1.00 yuan, and 100 yen. */
async function keepAmounts(db: ReadDb, { currency: to }: SettingsChanges): Promise<void> {
  if (to === undefined) return;
  const { currency: from } = await getSettings({ db });
  if (minorDigits(to) === minorDigits(from) || !(await hasAnyAmount(db))) return;
  throw new AppError('currency_in_use', { from, to });
}
