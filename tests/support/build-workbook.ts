import { strToU8, zipSync } from 'fflate';

/** Hand-made parts of a workbook, to say exactly what a reader meets. */
export type WorkbookParts = {
  /** XML inside `<sheetData>`, by sheet name. */
  sheets: Readonly<Record<string, string>>;
  sharedStrings?: string;
  /** XML inside `<styleSheet>`. */
  styles?: string;
  /** Attributes of `<workbookPr>`. */
  properties?: string;
  /** XML after `</sheetData>`, in each sheet. */
  after?: string;
  /** Further entries, or replacements, by path. */
  extra?: Readonly<Record<string, string | Uint8Array>>;
};

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';

export function buildWorkbook(parts: WorkbookParts): Uint8Array {
  const names = Object.keys(parts.sheets);
  const files: Record<string, string | Uint8Array> = {
    '_rels/.rels': relationList([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr ${parts.properties ?? ''}/><sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationList([
      ...names.map(
        (_, i): Relation => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`],
      ),
      ['rId98', 'styles', 'styles.xml'],
      ['rId99', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': `<styleSheet xmlns="${main}">${parts.styles ?? ''}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${parts.sharedStrings ?? ''}</sst>`,
  };
  for (const [i, name] of names.entries()) {
    files[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${parts.sheets[name]}</sheetData>${parts.after ?? ''}</worksheet>`;
  }
  return zip({ ...files, ...parts.extra });
}

type Relation = [id: string, type: string, target: string];

function relationList(list: readonly Relation[]): string {
  const items = list.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${relations}">${items.join('')}</Relationships>`;
}

export function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(files).map(([name, content]): [string, Uint8Array] => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(entries));
}
