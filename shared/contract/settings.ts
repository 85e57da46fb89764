import { z } from 'zod';
import { currencyCode, language, optionalText } from './fields.ts';
import { command, query } from './procedure.ts';

export const theme = z.enum(['system', 'light', 'dark']);

export const appSettings = z.object({
  /** False until the first-start page was answered. */
  isSetUp: z.boolean(),
  language,
  theme,
  teamName: optionalText,
  companyName: optionalText,
  managerName: optionalText,
  /** All sums are in this currency. */
  currency: currencyCode,
  /** Month in which the fiscal year starts, 1–12. */
  fiscalYearStartMonth: z.int().min(1).max(12),
  /** ISO weekdays, 1 = Monday. */
  workingDays: z.array(z.int().min(1).max(7)).min(1).max(7),
  /** Which colour means growth: green in most places, red in China. */
  riseColor: z.enum(['green', 'red']),
  /** Days between one-on-ones for people without a rhythm of their own. */
  cadenceDays: z.int().min(1).max(366),
  /** Days past that before a session counts as overdue. */
  cadenceGraceDays: z.int().min(0).max(60),
  /** Usual length of a session. */
  sessionMinutes: z.int().min(5).max(480),
});
export type AppSettings = z.infer<typeof appSettings>;

export const settingsChanges = appSettings.partial();
export type SettingsChanges = z.infer<typeof settingsChanges>;

export const defaultSettings: AppSettings = {
  isSetUp: false,
  language: 'zh-CN',
  theme: 'system',
  teamName: '',
  companyName: '',
  managerName: '',
  currency: 'CNY',
  fiscalYearStartMonth: 1,
  workingDays: [1, 2, 3, 4, 5],
  riseColor: 'green',
  cadenceDays: 14,
  cadenceGraceDays: 3,
  sessionMinutes: 45,
};

export const settings = {
  getSettings: query.output(appSettings),
  /** Changes the given settings and leaves the others. */
  saveSettings: command.input(settingsChanges).output(appSettings),
};
