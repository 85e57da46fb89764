import { truncateGraphemes } from '#shared/domain/text/graphemes.ts';
import { stripHiddenCharacters } from '#shared/domain/text/hidden-characters.ts';

const longestPart = 40;
/** What Windows, macOS or Linux refuse in a name, and what a shell would trip over. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const FORBIDDEN = /[\u0000-\u001F\u007F<>:"/\\|?*%$`!&;~#'{}]/g;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file name that every system takes, its parts joined by '_':
 * ['2026H1', '绩效评估', '陈静', 'v1', '员工版'], 'pdf' → '2026H1_绩效评估_陈静_v1_员工版.pdf'.
 */
export function documentFileName(parts: readonly string[], extension: string): string {
  const stem = parts.map(cleanPart).filter(Boolean).join('_');
  return `${stem === '' || RESERVED.test(stem) ? `_${stem}` : stem}.${extension}`;
}

function cleanPart(part: string): string {
  const cleaned = stripHiddenCharacters(part.toWellFormed())
    .normalize('NFC')
    .replace(FORBIDDEN, ' ')
    .trim()
    .replace(/\s+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  return truncateGraphemes(cleaned, longestPart);
}

/**
 * The name, or the first of 'name_2.pdf', 'name_3.pdf', … that is free.
 *
 * @param isTaken asked with names in lower case, as file systems that ignore case compare them
 */
export async function freeFileName(
  name: string,
  isTaken: (lowerCaseName: string) => Promise<boolean>,
): Promise<string> {
  const dot = name.lastIndexOf('.');
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name.slice(0, dot)}_${number}${name.slice(dot)}`;
    if (!(await isTaken(candidate.toLowerCase()))) return candidate;
  }
}
