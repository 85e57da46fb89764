import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ESTree, parseSync } from 'vite';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

export type SourceImport = {
  /** As written. */
  specifier: string;
  /** Path from the root for a file of ours, else undefined. */
  file: string | undefined;
  isType: boolean;
};

export type SourceFile = {
  /** Path from the root, with slashes. */
  path: string;
  text: string;
  program: ESTree.Program;
  comments: readonly { value: string; start: number; end: number }[];
  imports: readonly SourceImport[];
};

/** Every source file under the folders, read and parsed. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx,mjs}`, { cwd: root }))
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map(readSource);
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const { program, comments, module, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);
  const found = [
    ...module.staticImports.map((one) => ({
      specifier: one.moduleRequest.value,
      isType: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ specifier: moduleRequest.value, isType }] : [],
      ),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      specifier: text.slice(start + 1, end - 1),
      isType: false,
    })),
  ];
  const imports = found.map((one) => ({ ...one, file: resolveOurs(path, one.specifier) }));
  return { path, text, program, comments, imports };
}

const areas: Readonly<Record<string, string>> = {
  '#shared': 'shared',
  '#backend': 'electron/backend',
  '#renderer': 'renderer',
  '#tests': 'tests',
};

function resolveOurs(from: string, specifier: string): string | undefined {
  const [area = '', ...rest] = specifier.split('/');
  const folder = areas[area];
  if (folder !== undefined) return [folder, ...rest].join('/');
  if (!specifier.startsWith('.')) return undefined;
  return relative(root, join(root, dirname(from), specifier)).replaceAll('\\', '/');
}

type Node = { type: string; start: number; end: number };

/** Visits every node of a tree, parents before children. */
export function visit(node: unknown, see: (node: Node & Record<string, unknown>) => void): void {
  if (Array.isArray(node)) {
    for (const child of node) visit(child, see);
  } else if (isNode(node)) {
    see(node);
    for (const child of Object.values(node)) visit(child, see);
  }
}

function isNode(value: unknown): value is Node & Record<string, unknown> {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
