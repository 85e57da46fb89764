import { unescapeFormula } from '#shared/domain/imports/safe-cell.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;
// What any of the steps below would change; nearly all cells hold nothing of it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are meant
const needsCare = /[\0-\x1f\x7f\ud800-\udfff]|^['\s]|\s$|\s\s|[\t\xa0\u2000-\u200a\u3000]/;

export type CleanText = { text: string; hadControls: boolean };

/** One line as a person would have typed it: no control characters, single blanks, none at the ends. */
export function cleanLine(raw: string | number): CleanText {
  if (typeof raw === 'string' && !needsCare.test(raw)) return { text: raw, hadControls: false };
  const { text, hadControls } = cleanNote(raw);
  return { text: text.replace(/\s+/g, ' ').trim(), hadControls };
}

/** A text of several lines, without control characters and with plain line ends. */
export function cleanNote(raw: string | number): CleanText {
  if (typeof raw === 'number') return { text: String(raw), hadControls: false };
  const whole = raw.isWellFormed() ? raw : raw.toWellFormed();
  const text = unescapeFormula(whole).replace(/\r\n?/g, '\n').replace(controls, '');
  return { text: text.trim(), hadControls: whole !== raw || whole.search(controls) >= 0 };
}
