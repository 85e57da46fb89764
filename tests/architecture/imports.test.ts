import { expect, test } from 'vitest';
import { type SourceFile, type SourceImport, sourceFiles } from './support/source-files.ts';

const files = sourceFiles('electron', 'renderer', 'shared', 'tests');

type Rule = (file: SourceFile, imported: SourceImport) => boolean;

/** Every import for which the rule says that it breaks it. */
function breaches(from: RegExp, isBreach: Rule): string[] {
  return files
    .filter((file) => from.test(file.path))
    .flatMap((file) =>
      file.imports
        .filter((imported) => isBreach(file, imported))
        .map((imported) => `${file.path} imports ${imported.specifier}`),
    );
}

const isUnder = (imported: SourceImport, ...folders: string[]) =>
  imported.file === undefined || folders.some((folder) => imported.file?.startsWith(`${folder}/`));

const isPackage = (imported: SourceImport, pattern: RegExp) =>
  imported.file === undefined && pattern.test(imported.specifier);

test('shared stands alone: no Node, DOM library, Electron, React or database', () => {
  const foreign = /^(node:|electron|react|@mantine|kysely|better-sqlite3|@orpc\/(client|server))/;
  expect(
    breaches(/^shared\//, (_file, one) => !isUnder(one, 'shared') || isPackage(one, foreign)),
  ).toEqual([]);
});

test('the renderer knows the contract, and of the backend only types', () => {
  expect(
    breaches(
      /^renderer\//,
      (_file, one) =>
        isPackage(one, /^(node:|electron|kysely|better-sqlite3)/) ||
        !(isUnder(one, 'renderer', 'shared') || (one.isType && isUnder(one, 'electron/backend'))),
    ),
  ).toEqual([]);
});

test('the backend knows neither host nor renderer', () => {
  expect(
    breaches(/^electron\/backend\//, (_file, one) => !isUnder(one, 'electron/backend', 'shared')),
  ).toEqual([]);
});

test('electron is imported by its host and preload alone', () => {
  expect(
    breaches(
      /^(electron\/(backend|loopback|launch)|renderer|shared)\//,
      (_file, one) => one.specifier === 'electron' || one.specifier.startsWith('electron/'),
    ),
  ).toEqual([]);
});

test('the hosts do not know each other, nor the renderer', () => {
  const own = (file: SourceFile) => file.path.split('/').slice(0, 2).join('/');
  expect(
    breaches(
      /^electron\/(main|loopback|preload)\//,
      (file, one) =>
        !isUnder(one, own(file), 'electron/backend', 'electron/preload', 'shared') &&
        one.file !== 'package.json',
    ),
  ).toEqual([]);
});

test('the raw driver is opened in database/ alone', () => {
  const isDriver = (one: SourceImport) => one.specifier.startsWith('better-sqlite3');
  expect(
    breaches(
      /^(electron|renderer|shared)\/(?!backend\/database\/)/,
      (_file, one) => isDriver(one) && !one.isType,
    ),
  ).toEqual([]);
  expect(
    breaches(/^electron\/backend\/(features|reports|rpc)\//, (_file, one) => isDriver(one)),
  ).toEqual([]);
});

const featureOf = (path: string | undefined) => /\/features\/([^/]+)\//.exec(path ?? '')?.[1];

test('a feature never imports another feature’s repository', () => {
  expect(
    breaches(
      /^electron\/backend\/features\//,
      (file, one) =>
        /\.repository\.ts$/.test(one.file ?? '') && featureOf(one.file) !== featureOf(file.path),
    ),
  ).toEqual([]);
});

test('a feature never imports another feature’s screens', () => {
  expect(
    breaches(
      /^renderer\/(features|components|api)\//,
      (file, one) =>
        /\.tsx$/.test(one.file ?? '') &&
        featureOf(one.file) !== undefined &&
        featureOf(one.file) !== featureOf(file.path),
    ),
  ).toEqual([]);
});

test('nothing that is shipped imports a test', () => {
  expect(
    breaches(
      /^(electron|renderer|shared)\//,
      (_file, one) => one.file?.startsWith('tests/') ?? false,
    ),
  ).toEqual([]);
});

test('imports between files of ours name the file with its ending', () => {
  expect(
    breaches(
      /./,
      (_file, one) =>
        one.file !== undefined && !/\.(ts|tsx|mjs|json|css|js|svg)(\?\w+)?$/.test(one.file),
    ),
  ).toEqual([]);
});
