import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const faceList = z.array(
  z.object({ family: z.string(), weight: z.int(), file: z.string(), range: z.string() }),
);
type Face = z.infer<typeof faceList>[number] & { spans: readonly Span[] };
type Span = readonly [from: number, to: number];

const loaded = new Map<string, Promise<readonly Face[]>>();
const encoded = new Map<string, Promise<string>>();

/**
 * The `@font-face` rules that hold every character of a text, with the files inside them: the
 * printer loads nothing. Slices without a character of the text are left out.
 */
export async function fontFaces(resourcesDirectory: string, text: string): Promise<string> {
  const directory = join(resourcesDirectory, 'fonts');
  const characters = codePointsOf(text);
  const needed = (await listFaces(directory)).filter((face) => covers(face, characters));
  const rules = await Promise.all(needed.map((face) => fontFaceRule(directory, face)));
  return rules.join('\n');
}

function codePointsOf(text: string): readonly number[] {
  const seen = new Set<number>();
  for (const character of text) seen.add(character.codePointAt(0) ?? 0);
  return [...seen];
}

function covers({ spans }: Face, characters: readonly number[]): boolean {
  return characters.some((code) => spans.some(([from, to]) => code >= from && code <= to));
}

/** Read once for each folder; the list is part of the build and does not change. */
function listFaces(directory: string): Promise<readonly Face[]> {
  const known = loaded.get(directory);
  if (known !== undefined) return known;
  const faces = readFaces(directory);
  loaded.set(directory, faces);
  return faces;
}

async function readFaces(directory: string): Promise<readonly Face[]> {
  const list = faceList.parse(JSON.parse(await readFile(join(directory, 'faces.json'), 'utf8')));
  return list.map((face) => ({ ...face, spans: face.range.split(',').map(toSpan) }));
}

/** 'U+4E00-4E05' → [0x4E00, 0x4E05] */
function toSpan(part: string): Span {
  const [from = '', to = from] = part.trim().slice(2).split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}

async function fontFaceRule(directory: string, face: Face): Promise<string> {
  const data = await base64Of(join(directory, face.file));
  return `@font-face{font-family:'${face.family}';font-weight:${face.weight};src:url(data:font/woff2;base64,${data}) format('woff2');unicode-range:${face.range}}`;
}

function base64Of(file: string): Promise<string> {
  const known = encoded.get(file);
  if (known !== undefined) return known;
  const data = readFile(file, 'base64');
  encoded.set(file, data);
  return data;
}
