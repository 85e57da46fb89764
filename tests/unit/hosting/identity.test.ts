import { describe, expect, test } from 'vitest';
import { systemLanguage } from '#backend/hosting/host-texts.ts';
import { applicationDataDirectory, defaultDataDirectory } from '#backend/hosting/identity.ts';

describe('the data folder is where Electron would put it', () => {
  const home = '/home/manager';

  test.each([
    ['linux', {}, '/home/manager/.config/Bellwether/data'],
    ['linux', { XDG_CONFIG_HOME: '/config' }, '/config/Bellwether/data'],
    ['darwin', {}, '/home/manager/Library/Application Support/Bellwether/data'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/Bellwether/data'],
    ['win32', {}, '/home/manager/AppData/Roaming/Bellwether/data'],
  ] as const)('%s %j', (os, environment, folder) => {
    const data = applicationDataDirectory({ os, home, environment });
    expect(defaultDataDirectory(data).replaceAll('\\', '/')).toBe(folder);
  });
});

test.each([
  [['zh-Hans-CN'], 'zh-CN'],
  [['zh-TW', 'en'], 'zh-CN'],
  [['en-US', 'zh-CN'], 'en'],
  [['fr-FR', 'zh-CN', 'en'], 'zh-CN'],
  [['ja', 'ko'], 'en'],
  [[], 'en'],
] as const)('of %j the app speaks %s', (preferred, language) => {
  expect(systemLanguage(preferred)).toBe(language);
});
