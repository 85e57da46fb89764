const MAX_EDIT_LENGTH = 80;

/** The pairs of neighbouring characters: '信达二' → 信达, 达二. A single character is its own. */
export function bigrams(text: string): string[] {
  const characters = [...text];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

function diceScore(a: string, b: string): number {
  const [left, right] = [bigrams(a), bigrams(b)];
  const pool = new Map<string, number>();
  for (const pair of left) pool.set(pair, (pool.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of right) {
    const count = pool.get(pair) ?? 0;
    if (count > 0) shared += 1;
    pool.set(pair, count - 1);
  }
  return left.length + right.length === 0 ? 1 : (2 * shared) / (left.length + right.length);
}

/** Edits from one text to the other; a swap of neighbours counts once. */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let [older, previous]: [number[], number[]] = [
    [],
    Array.from({ length: b.length + 1 }, (_, j) => j),
  ];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const replaced = (previous[j - 1] ?? 0) + (isSame ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? (older[j - 2] ?? 0) + 1 : replaced;
      row.push(Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced, swapped));
    }
    [older, previous] = [previous, row];
  }
  return previous.at(-1) ?? 0;
}

/** How alike two folded texts are, 0 to 1: 'technolgy', 'technology' → 0.9. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [[...a], [...b]];
  const longest = Math.max(left.length, right.length);
  const dice = diceScore(a, b);
  if (longest > MAX_EDIT_LENGTH) return dice;
  return Math.max(dice, 1 - editDistance(left, right) / longest);
}
