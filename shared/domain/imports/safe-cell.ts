// Spreadsheets run a cell that starts with one of these, some after dropping blanks before it.
const STARTS_FORMULA = /^['\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^'*[\t\r\n]/u;
const NEGATIVE_NUMBER = /^-\d+(?:\.\d+)?$/;

function isDangerous(text: string): boolean {
  return STARTS_FORMULA.test(text) && !NEGATIVE_NUMBER.test(text);
}

/** Text that no spreadsheet takes for a formula: '=1+1' → "'=1+1"; '-5' stays a number. */
export function escapeFormula(text: string): string {
  return isDangerous(text) ? `'${text}` : text;
}

/** The text that `escapeFormula` was given. */
export function unescapeFormula(cell: string): string {
  return cell.startsWith("'") && isDangerous(cell.slice(1)) ? cell.slice(1) : cell;
}

/** A cell of a CSV file: safe from formulas, quoted where needed: 'a,"b"' → '"a,""b"""'. */
export function csvCell(text: string, delimiter = ','): string {
  const safe = escapeFormula(text);
  const needsQuotes = /["\r\n]|^\s|\s$/.test(safe) || safe.includes(delimiter);
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe;
}
