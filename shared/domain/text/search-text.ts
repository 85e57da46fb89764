import { stripHiddenCharacters } from './hidden-characters.ts';

const CJK_CHARACTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3005\u3007\u30FC]/gu;
const CJK_RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3005\u3007\u30FC]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3005\u3007\u30FC]+/gu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

const MAX_QUERY_LENGTH = 200;
const MAX_QUERY_TERMS = 16;

/**
 * The form in which text is searched and compared: width and case folded, accents and hidden
 * characters dropped, blanks single. 'ＧＴＸ　Café' → 'gtx cafe'.
 */
export function foldForSearch(text: string): string {
  return stripHiddenCharacters(text)
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Text for a full-text index whose tokenizer splits at blanks: folded, each CJK character a word
 * of its own. '信达2期 Pro' → '信 达 2 期 pro'.
 */
export function toIndexText(text: string): string {
  return foldForSearch(text).replace(CJK_CHARACTER, ' $& ').replace(/ +/g, ' ').trim();
}

/**
 * The FTS5 MATCH expression for what a person typed: every term must occur, Latin words as
 * prefixes, CJK runs as phrases, nothing of it read as an operator. '信达 pro"*' → '"信 达" AND "pro"*'.
 * Null when there is nothing to look for.
 */
export function toMatchQuery(typed: string): string | null {
  const folded = foldForSearch(typed.slice(0, MAX_QUERY_LENGTH));
  const terms: string[] = [];
  for (const [word] of folded.matchAll(WORD)) {
    for (const [run] of word.matchAll(CJK_RUN)) terms.push(matchTerm(run));
  }
  return terms.length === 0 ? null : [...new Set(terms)].slice(0, MAX_QUERY_TERMS).join(' AND ');
}

function matchTerm(run: string): string {
  const isCjk = run.search(CJK_CHARACTER) === 0;
  return isCjk ? `"${[...run].join(' ')}"` : `"${run}"*`;
}
