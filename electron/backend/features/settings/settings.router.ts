import { settings } from '#shared/contract/settings.ts';
import { onCommand, onQuery } from '../../rpc/procedures.ts';
import { getSettings, saveSettings } from './settings.service.ts';

export const settingsRouter = {
  getSettings: onQuery(settings.getSettings, getSettings),
  saveSettings: onCommand(settings.saveSettings, saveSettings),
};
