import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader, a search or a screen reader finds in a PDF. */
export type PdfContents = {
  /** Text of each page, runs joined as they stand. */
  pages: string[];
  /** Width and height of the first page, in points. */
  size: [number, number];
  /** Runs of text that leave the page or its margins at the left or right: clipped words. */
  outside: string[];
  /** `name type` of each embedded face, e.g. `NotoSansSC-Regular CIDFontType2`. */
  fonts: string[];
  /** Titles of the outline, nested ones after their parent. */
  outline: string[];
  /** Roles of the structure tree with how often each occurs. */
  roles: Record<string, number>;
  metadata: Record<string, unknown>;
  /** The file carries a structure tree. */
  isTagged: boolean;
};

export async function readPdf(bytes: Uint8Array): Promise<PdfContents> {
  const document = await getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    fontExtraProperties: true,
  }).promise;
  const pages: string[] = [];
  const fonts = new Set<string>();
  const outside: string[] = [];
  const roles: Record<string, number> = {};
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const runs = items.filter((item) => 'str' in item);
    pages.push(runs.map(({ str }) => str).join(''));
    outside.push(...runs.filter((run) => isOutside(run, page)).map(({ str }) => str));
    for (const font of await fontsOf(page)) fonts.add(font);
    countRoles(await page.getStructTree(), roles);
  }
  const { info } = await document.getMetadata();
  const outline = await outlineOf(document);
  const [, , width = 0, height = 0] = (await document.getPage(1)).view;
  await document.cleanup();
  return {
    pages,
    outside,
    size: [width, height],
    fonts: [...fonts].sort(),
    outline,
    roles,
    metadata: { ...info },
    isTagged: roles['Document'] !== undefined,
  };
}

/** All text without blanks, for looking for a word however it was broken. */
export function textOf({ pages }: PdfContents): string {
  return pages.join('').replaceAll(/\s+/g, '');
}

/** Points: a little less than the narrowest margin of our documents. */
const leastMargin = 40;

type Run = { str: string; width: number; transform: number[] };

function isOutside({ str, width, transform }: Run, page: Page): boolean {
  const [, , right = 0] = page.view;
  const x = transform[4] ?? 0;
  const isLevel = transform[1] === 0;
  return isLevel && str.trim() !== '' && (x < leastMargin || x + width > right - leastMargin);
}

type Page = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;
type Node = { role: string; children: readonly unknown[] };

async function fontsOf(page: Page): Promise<string[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const ids = fnArray.flatMap((op, index) =>
    op === OPS.setFont ? [String(argsArray[index][0])] : [],
  );
  return [...new Set(ids)].map((id) => {
    const font: { name: string; type: string } = page.commonObjs.get(id);
    return `${font.name.replace(/^[A-Z]{6}\+/, '')} ${font.type}`;
  });
}

function countRoles(node: unknown, roles: Record<string, number>): void {
  if (!isNode(node)) return;
  roles[node.role] = (roles[node.role] ?? 0) + 1;
  for (const child of node.children) countRoles(child, roles);
}

function isNode(node: unknown): node is Node {
  return typeof node === 'object' && node !== null && 'role' in node && 'children' in node;
}

type OutlineItem = { title: string; items: OutlineItem[] };

async function outlineOf(document: PDFDocumentProxy): Promise<string[]> {
  const flatten = (items: OutlineItem[]): string[] =>
    items.flatMap(({ title, items: inner }) => [title, ...flatten(inner)]);
  return flatten(((await document.getOutline()) ?? []) as OutlineItem[]);
}
