import { foldForSearch } from '#shared/domain/text/search-text.ts';

export type NameKind = 'company' | 'product' | 'person';

/** A name in the forms by which names are compared. */
export type NameKey = Readonly<{
  /** Letters and digits, folded: 'GTX Pro' and 'ＧＴＸＰｒｏ' → 'gtxpro'. */
  full: string;
  /** Without the legal form at its end. */
  core: string;
  /** The family of that legal form; null where the name has none. */
  form: string | null;
}>;

const CHINESE_FORM = /(?:股份有限公司|有限责任公司|有限公司|股份公司|(?<![总分子])公司)$/;

// Forms of one family are written for one another; those of two families are different companies.
const FORM_FAMILY: Readonly<Record<string, string>> = {
  ltd: 'ltd',
  limited: 'ltd',
  co: 'ltd',
  company: 'ltd',
  pte: 'ltd',
  pty: 'ltd',
  inc: 'inc',
  incorporated: 'inc',
  corp: 'inc',
  corporation: 'inc',
  llc: 'llc',
  llp: 'llp',
  plc: 'plc',
  gmbh: 'gmbh',
  ag: 'ag',
  kg: 'kg',
  sa: 'sa',
  sas: 'sas',
  sarl: 'sarl',
  srl: 'srl',
  spa: 'spa',
  bv: 'bv',
  nv: 'nv',
  ab: 'ab',
  oy: 'oy',
  kk: 'kk',
};

const MIN_CORE = 2;

function lettersOf(folded: string): string {
  return folded.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

function withoutLatinForm(folded: string): Pick<NameKey, 'core' | 'form'> {
  // Dots belong to a form (S.A., G.m.b.H.) and close up; other marks part words.
  const words = folded
    .replace(/\./g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
  let [end, form]: [number, string | null] = [words.length, null];
  while (end > 1) {
    const word = words[end - 1] ?? '';
    const family = Object.hasOwn(FORM_FAMILY, word) ? FORM_FAMILY[word] : undefined;
    if (family === undefined) break;
    form ??= family;
    end -= 1;
  }
  return { core: words.slice(0, end).join(''), form };
}

/** The keys of a name: '信达科技有限公司' → core '信达科技', form 'cn'; 'Acme Corp.' → 'acme', 'inc'. */
export function nameKey(name: string, kind: NameKind): NameKey {
  const folded = foldForSearch(name);
  const full = lettersOf(folded);
  if (kind !== 'company') return { full, core: full, form: null };
  const chinese = full.replace(CHINESE_FORM, '');
  if (chinese !== full && [...chinese].length >= MIN_CORE)
    return { full, core: chinese, form: 'cn' };
  const latin = withoutLatinForm(folded);
  return latin.form === null ? { full, core: full, form: null } : { full, ...latin };
}

/** True where two names are the same but for width, case, marks and legal form. Never a guess. */
export function isSameName(a: NameKey, b: NameKey): boolean {
  if (a.full === '' || b.full === '') return false;
  if (a.full === b.full) return true;
  return a.core === b.core && (a.form === null || b.form === null || a.form === b.form);
}
