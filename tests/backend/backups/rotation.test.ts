import { expect, test } from 'vitest';
import { outdatedBackups, type RotatedBackup } from '#backend/backups/rotation.ts';

/** A year and more of use: one folder of backups under a clock that is moved by hand. */
function backupFolder() {
  let kept: RotatedBackup[] = [];
  let seq = 0;
  let dayOfUse = 0;
  return {
    add(createdOn: string, more: Partial<RotatedBackup> = {}) {
      seq += 1;
      if (createdOn !== kept[0]?.createdOn) dayOfUse += 1;
      kept = [
        { seq, createdOn, dayOfUse, reason: 'automatic', isSuspect: false, ...more },
        ...kept,
      ];
      const outdated = outdatedBackups(kept);
      kept = kept.filter((backup) => !outdated.includes(backup.seq));
      return seq;
    },
    get kept() {
      return kept;
    },
  };
}

const dayOf = (index: number) =>
  new Date(Date.UTC(2026, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);

test('after 400 days there are 3 of today, one of each of 14 days and of 8 weeks before', () => {
  const folder = backupFolder();
  for (let day = 0; day < 400; day += 1) {
    for (let time = 0; time < 6; time += 1) {
      const newest = folder.add(dayOf(day));
      expect(folder.kept[0]?.seq).toBe(newest);
    }
  }
  const days = folder.kept.map((backup) => backup.createdOn);
  expect(days.slice(0, 3)).toEqual([dayOf(399), dayOf(399), dayOf(399)]);
  expect(new Set(days).size).toBe(days.length - 2);
  expect(days.slice(2, 16)).toEqual(Array.from({ length: 14 }, (_, back) => dayOf(399 - back)));
  expect(days.length).toBeGreaterThanOrEqual(3 + 13 + 7);
  expect(days.length).toBeLessThanOrEqual(3 + 13 + 8);
  const oldest = Date.parse(days.at(-1) ?? '');
  expect((Date.parse(dayOf(399)) - oldest) / 86_400_000).toBeGreaterThan(60);
});

test('a clock that jumps ten years ahead and back costs at most the one day it takes', () => {
  const folder = backupFolder();
  for (let day = 0; day < 30; day += 1) folder.add(dayOf(day));
  const before = folder.kept.map((backup) => backup.seq);
  folder.add('2036-05-05');
  folder.add(dayOf(30));
  folder.add('1970-01-01');
  const after = new Set(folder.kept.map((backup) => backup.seq));
  expect(before.filter((seq) => !after.has(seq)).length).toBeLessThanOrEqual(3);
  expect(folder.kept[0]?.createdOn).toBe('1970-01-01');
});

test('a copy from before a restore stays for 30 days of use', () => {
  const folder = backupFolder();
  const copy = folder.add(dayOf(0), { reason: 'before_restore' });
  folder.add(dayOf(0));
  const isKept = () => folder.kept.some((backup) => backup.seq === copy);
  for (let day = 0; day <= 30; day += 1) {
    for (let time = 0; time < 5; time += 1) folder.add(dayOf(day));
  }
  expect(isKept()).toBe(true);
  for (let day = 31; day < 130; day += 1) folder.add(dayOf(day));
  expect(isKept()).toBe(false);
});

test('from a suspiciously small backup backwards nothing goes until it is accepted', () => {
  const folder = backupFolder();
  for (let index = 0; index < 3; index += 1) folder.add(dayOf(0));
  folder.add(dayOf(0), { isSuspect: true });
  for (let day = 0; day < 200; day += 1) folder.add(dayOf(day));
  const seqs = folder.kept.map((backup) => backup.seq);
  expect(seqs).toEqual(expect.arrayContaining([1, 2, 3, 4]));
  expect(seqs.length).toBeLessThan(40);
});
