import { expect, test } from 'vitest';
import { type SourceFile, sourceFiles, visit } from './support/source-files.ts';

/** style.md, section 6. */
const limits = { file: 300, longFile: 400, functionLines: 60, componentLines: 120 };
const filesInFolder = 20;
const parameters = 4;

/** Lists by nature: the contract, message tables, layouts of documents. */
const longFiles = /^(shared\/contract\/|shared\/i18n\/|electron\/backend\/reports\/)/;

const shipped = sourceFiles('electron', 'renderer', 'shared');
const all = [...shipped, ...sourceFiles('tests')];

/** Lines that are neither blank nor comment. */
function linesOfCode({ text, comments }: SourceFile): number {
  let code = text;
  for (const { start, end } of comments) {
    code =
      code.slice(0, start) + code.slice(start, end).replaceAll(/[^\n]/g, ' ') + code.slice(end);
  }
  return code.split('\n').filter((line) => line.trim() !== '').length;
}

type FunctionNode = { name: string; lines: number; parameters: number; isComponent: boolean };

function functionsOf({ path, text, program }: SourceFile): FunctionNode[] {
  const found: FunctionNode[] = [];
  const names = new Map<unknown, string>();
  visit(program, (node) => {
    if (node.type === 'VariableDeclarator') names.set(node['init'], nameOf(node['id']));
    if (node.type === 'Property' || node.type === 'MethodDefinition') {
      names.set(node['value'], nameOf(node['key']));
    }
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type))
      return;
    const name = nameOf(node['id']) || names.get(node) || 'a function';
    found.push({
      name: `${path} ${name}`,
      lines: text.slice(node.start, node.end).split('\n').length,
      parameters: Array.isArray(node['params']) ? node['params'].length : 0,
      isComponent: path.endsWith('.tsx') && /^[A-Z]/.test(name),
    });
  });
  return found;
}

function nameOf(node: unknown): string {
  return typeof node === 'object' && node !== null && 'name' in node ? String(node.name) : '';
}

test('no file is longer than its budget', () => {
  const tooLong = shipped
    .map((file) => ({ path: file.path, lines: linesOfCode(file) }))
    .filter(({ path, lines }) => lines > (longFiles.test(path) ? limits.longFile : limits.file))
    .map(({ path, lines }) => `${path}: ${lines} lines`);
  expect(tooLong).toEqual([]);
});

test('no function is longer than its budget', () => {
  const tooLong = shipped
    .flatMap(functionsOf)
    .filter(({ lines, isComponent }) =>
      isComponent ? lines > limits.componentLines : lines > limits.functionLines,
    )
    .map(({ name, lines }) => `${name}: ${lines} lines`);
  expect(tooLong).toEqual([]);
});

test('no function takes more than four parameters', () => {
  const tooMany = shipped
    .flatMap(functionsOf)
    .filter((one) => one.parameters > parameters)
    .map((one) => `${one.name}: ${one.parameters}`);
  expect(tooMany).toEqual([]);
});

/** One file for each feature or step, found by its name. */
const listFolders = /^(shared\/contract|electron\/backend\/database\/migrations)$/;

test('no folder holds more than twenty files', () => {
  const folders = Map.groupBy(shipped, ({ path }) => path.slice(0, path.lastIndexOf('/')));
  const tooFull = [...folders]
    .filter(([folder, files]) => !listFolders.test(folder) && files.length > filesInFolder)
    .map(([folder]) => folder);
  expect(tooFull).toEqual([]);
});

test('nothing is typed any, and no check is switched off without a reason', () => {
  const anys: string[] = [];
  for (const { path, program } of all) {
    visit(program, (node) => {
      if (node.type === 'TSAnyKeyword') anys.push(path);
    });
  }
  const silenced = all.flatMap(({ path, comments }) =>
    comments
      .filter(({ value }) =>
        /@ts-(ignore|nocheck)|@ts-expect-error(?! .{10})|eslint-disable|biome-ignore(?! [\w/]+: \w)/.test(
          value,
        ),
      )
      .map(({ value }) => `${path}: ${value.trim()}`),
  );
  expect([...anys, ...silenced]).toEqual([]);
});

test('only tools that ask for it have a default export', () => {
  const found = shipped.filter(({ program }) =>
    program.body.some((node) => node.type === 'ExportDefaultDeclaration'),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});
