import type { ByteSource } from './byte-source.ts';
import { FileProblem } from './file-problem.ts';
import type { InflateBudget } from './inflate-budget.ts';
import { type DateSystem, type NumberStyle, numberStyle, unescapeText } from './xlsx-values.ts';
import { readXml, type XmlTag } from './xml.ts';
import { inflateEntry, readZipDirectory, type ZipEntry } from './zip.ts';

const maxSharedTexts = 3_000_000;
const maxSharedCharacters = 64 * 1024 * 1024;
const maxStyles = 100_000;

export type WorkbookSheet = { name: string; isHidden: boolean; part: string };

/** What a workbook says about itself, and the way to its parts. */
export type Workbook = {
  sheets: readonly WorkbookSheet[];
  dateSystem: DateSystem;
  /** By the index that a cell names. */
  styles: readonly NumberStyle[];
  sharedTexts: readonly string[];
  open(part: string): AsyncIterable<Uint8Array>;
};

type Parts = {
  has(name: string): boolean;
  open(name: string): AsyncIterable<Uint8Array>;
};

/** Opens a workbook. @throws FileProblem */
export async function openWorkbook(source: ByteSource, budget: InflateBudget): Promise<Workbook> {
  const parts = partsOf(source, await readZipDirectory(source), budget);
  const workbookPart = await findWorkbook(parts);
  const relations = await readRelations(parts, workbookPart);
  const { sheets, dateSystem } = await readWorkbook(parts, workbookPart, relations);
  const stylesPart = partOfType(relations, 'styles');
  const textsPart = partOfType(relations, 'sharedStrings');
  return {
    sheets,
    dateSystem,
    styles: stylesPart === undefined ? [] : await readStyles(parts.open(stylesPart)),
    sharedTexts: textsPart === undefined ? [] : await readSharedTexts(parts.open(textsPart)),
    open: parts.open,
  };
}

function partsOf(
  source: ByteSource,
  entries: ReadonlyMap<string, ZipEntry>,
  budget: InflateBudget,
): Parts {
  const byName = new Map([...entries].map(([name, entry]) => [name.toLowerCase(), entry]));
  const find = (name: string) => byName.get(name.toLowerCase());
  return {
    has: (name) => find(name) !== undefined,
    open: (name) => {
      const entry = find(name);
      if (entry === undefined) throw new FileProblem('damaged');
      return inflateEntry(source, entry, budget);
    },
  };
}

async function findWorkbook(parts: Parts): Promise<string> {
  if (parts.has('xl/workbook.bin')) throw new FileProblem('binary_workbook');
  if (!parts.has('_rels/.rels')) throw new FileProblem('not_a_table');
  const root = await readRelations(parts, '');
  const part = partOfType(root, 'officeDocument');
  if (part === undefined || !parts.has(part)) throw new FileProblem('not_a_table');
  return part;
}

type Relation = { id: string; type: string; part: string };

/** Where the parts that a part names are. */
async function readRelations(parts: Parts, of: string): Promise<Relation[]> {
  const folder = of.includes('/') ? of.slice(0, of.lastIndexOf('/') + 1) : '';
  const name = `${folder}_rels/${of.slice(folder.length)}.rels`;
  if (!parts.has(name)) return [];
  const relations: Relation[] = [];
  await readXml(parts.open(name), {
    open: (tag) => {
      if (tag.name !== 'Relationship' || tag.attribute('TargetMode') === 'External') return;
      relations.push({
        id: tag.attribute('Id') ?? '',
        type: (tag.attribute('Type') ?? '').split('/').at(-1) ?? '',
        part: resolvePart(folder, tag.attribute('Target') ?? ''),
      });
    },
  });
  return relations;
}

function resolvePart(folder: string, target: string): string {
  const segments = target.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function partOfType(relations: readonly Relation[], type: string): string | undefined {
  return relations.find((relation) => relation.type === type)?.part;
}

async function readWorkbook(parts: Parts, part: string, relations: readonly Relation[]) {
  const sheets: WorkbookSheet[] = [];
  let dateSystem: DateSystem = 1900;
  await readXml(parts.open(part), {
    open: (tag) => {
      if (tag.name === 'workbookPr' && isTrue(tag.attribute('date1904'))) dateSystem = 1904;
      if (tag.name !== 'sheet') return;
      const id = tag.attribute('r:id') ?? tag.attribute('id');
      const relation = relations.find((candidate) => candidate.id === id);
      if (relation?.type !== 'worksheet' || !parts.has(relation.part)) return;
      sheets.push({
        name: tag.attribute('name') ?? '',
        isHidden: (tag.attribute('state') ?? 'visible') !== 'visible',
        part: relation.part,
      });
    },
  });
  return { sheets, dateSystem };
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}

async function readStyles(chunks: AsyncIterable<Uint8Array>): Promise<NumberStyle[]> {
  const codes = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let isInCells = false;
  const numberFormat = (tag: XmlTag) => Number(tag.attribute('numFmtId') ?? 0);
  await readXml(chunks, {
    open: (tag) => {
      if (tag.name === 'numFmt') codes.set(numberFormat(tag), tag.attribute('formatCode') ?? '');
      if (tag.name === 'cellXfs') isInCells = true;
      if (tag.name !== 'xf' || !isInCells) return;
      if (styles.length >= maxStyles) throw new FileProblem('too_big');
      styles.push(numberStyle(numberFormat(tag), codes.get(numberFormat(tag))));
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return styles;
}

/** Texts that cells name by number. Readings beside Japanese or Chinese text are left out. */
async function readSharedTexts(chunks: AsyncIterable<Uint8Array>): Promise<string[]> {
  const texts: string[] = [];
  let characters = 0;
  let current = '';
  let isText = false;
  let isReading = false;
  await readXml(chunks, {
    open: ({ name }) => {
      if (name === 'si') current = '';
      if (name === 'rPh') isReading = true;
      isText = name === 't' && !isReading;
    },
    text: (text) => {
      if (isText) current += text;
    },
    close: (name) => {
      if (name === 'rPh') isReading = false;
      isText = false;
      if (name !== 'si') return;
      texts.push(unescapeText(current));
      characters += current.length;
      if (texts.length > maxSharedTexts || characters > maxSharedCharacters) {
        throw new FileProblem('too_big');
      }
    },
  });
  return texts;
}
