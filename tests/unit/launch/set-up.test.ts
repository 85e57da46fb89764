import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { removeTestDirectories, testDirectory } from '#tests/support/start-backend.ts';
import { stateOf } from '../../../electron/launch/build.mjs';
import { electronProgram, mayDownload } from '../../../electron/launch/electron-program.mjs';
import { isInstalled } from '../../../electron/launch/install.mjs';
import { binOf, projectNode } from '../../../electron/launch/project.mjs';

afterAll(removeTestDirectories);

describe('packages are installed anew', () => {
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/for-windows': { version: '2.0.0', optional: true },
  };
  const present = { 'node_modules/a': { version: '1.0.0' } };

  test('not when they are those of the lock file, other systems’ aside', () => {
    expect(isInstalled(wanted, present)).toBe(true);
    const own = { 'node_modules/for-linux': { version: '2.0.0', optional: true } };
    expect(isInstalled(wanted, { ...present, ...own })).toBe(true);
  });

  test.each([
    ['one is missing', {}],
    ['one has another version', { 'node_modules/a': { version: '1.0.1' } }],
    ['one was taken out', { ...present, 'node_modules/b': { version: '1.0.0' } }],
  ])('when %s', (_when, packages) => {
    expect(isInstalled(wanted, packages)).toBe(false);
  });

  test('when there is no lock file to compare with', () => {
    expect(isInstalled({}, {})).toBe(false);
  });
});

test('a build is stale when a source changed, came or went, and not when only its time did', () => {
  const folder = testDirectory();
  const file = join(folder, 'a.ts');
  writeFileSync(file, 'one');
  const first = stateOf([folder]);
  utimesSync(file, new Date(0), new Date(0));
  expect(stateOf([folder])).toBe(first);
  writeFileSync(file, 'two');
  const second = stateOf([folder]);
  expect(second).not.toBe(first);
  mkdirSync(join(folder, 'deep'));
  writeFileSync(join(folder, 'deep/b.ts'), '');
  expect(stateOf([folder])).not.toBe(second);
  expect(stateOf([file])).not.toBe(stateOf([join(folder, 'missing.ts')]));
});

test('Electron counts as there when its program is, not only its package', () => {
  const folder = testDirectory();
  expect(electronProgram(folder)).toBeNull();
  writeFileSync(join(folder, 'path.txt'), 'electron\n');
  expect(electronProgram(folder)).toBeNull();
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/electron'), '');
  expect(electronProgram(folder)).toBe(join(folder, 'dist/electron'));
});

test('after a failed download the next try is a day later', () => {
  const mark = join(testDirectory(), 'failed');
  expect(mayDownload(mark)).toBe(true);
  writeFileSync(mark, '');
  expect(mayDownload(mark)).toBe(false);
  expect(mayDownload(mark, Date.now() + 25 * 60 * 60_000)).toBe(true);
});

test('the commands of the packages are found without links', () => {
  for (const [name, command] of [
    ['typescript', 'tsc'],
    ['@biomejs/biome', 'biome'],
    ['knip', 'knip'],
    ['vitest', 'vitest'],
    ['@playwright/test', 'playwright'],
    ['electron-vite', 'electron-vite'],
    ['electron', 'install-electron'],
  ] as const) {
    expect(readFileSync(binOf(name, command)).length).toBeGreaterThan(0);
  }
});

test('the project brings its own Node', () => {
  expect(projectNode()).not.toBeNull();
});
