import { expect, test } from 'vitest';
import { matchCommands, orderItems, type PaletteItem } from '#renderer/app/palette/palette-item.ts';

function item(target: string, label: string, keywords = ''): PaletteItem {
  const group = target.startsWith('command:') ? 'command' : 'record';
  // The palette only draws the icon.
  const icon = (() => null) as unknown as PaletteItem['icon'];
  return { target, group, label, keywords, icon, run: () => {} };
}

const settings = item('command:settings', '设置', 'shezhi sz settings');
const dark = item('command:dark', '深色外观', 'shense ss dark');
const keys = item('command:keys', '显示本页快捷键', 'kuaijiejian kjj');
const commands = [settings, dark, keys];
const labels = (items: readonly PaletteItem[]) => items.map(({ label }) => label);

test('a command is meant by the beginning of its label or of a keyword, or by a part of its label', () => {
  expect(labels(matchCommands(commands, 's'))).toEqual(['设置', '深色外观']);
  expect(labels(matchCommands(commands, 'SZ'))).toEqual(['设置']);
  expect(labels(matchCommands(commands, '快捷'))).toEqual(['显示本页快捷键']);
  expect(labels(matchCommands(commands, 'z'))).toEqual([]);
  expect(matchCommands(commands, ' ')).toHaveLength(3);
});

test('commands that begin so come before records, others after them', () => {
  const deal = item('deal:1', '快捷支付二期');
  const found = { commands: [settings, keys], records: [deal], preferred: [] };
  expect(labels(orderItems(found, '快捷'))).toEqual(['快捷支付二期', '设置', '显示本页快捷键']);
  expect(labels(orderItems(found, 'sz'))).toEqual(['设置', '快捷支付二期', '显示本页快捷键']);
});

test('what was chosen before comes first, once', () => {
  const deals = [item('deal:1', '信达二期'), item('deal:2', '信达扩容')];
  const found = { commands: [settings], records: deals, preferred: ['deal:2', 'deal:gone'] };
  expect(labels(orderItems(found, 'x'))).toEqual(['信达扩容', '信达二期', '设置']);
});
