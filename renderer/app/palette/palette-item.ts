import type { TablerIcon } from '@tabler/icons-react';

/** One line of the palette: a record or a command. */
export type PaletteItem = {
  /** `deal:<id>` or `command:<name>`: what is remembered for a query. */
  target: string;
  group: 'record' | 'command';
  label: string;
  /** What it belongs to, or what kind of record it is. */
  note?: string | undefined;
  icon: TablerIcon;
  /** Other words it is found by, with the pinyin and its initials; blanks between them. */
  keywords?: string;
  run(): void;
};

/** The commands that a query means; all of them when nothing was typed. */
export function matchCommands(items: readonly PaletteItem[], query: string): PaletteItem[] {
  const typed = query.trim().toLowerCase();
  if (typed === '') return [...items];
  return items
    .map((item) => ({ item, place: placeOf(item, typed) }))
    .filter(({ place }) => place >= 0)
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** 0 at the start of the label or of a keyword, 1 within the label, -1 nowhere. */
function placeOf({ label, keywords = '' }: PaletteItem, typed: string): number {
  const words = [label, ...keywords.split(' ')].map((word) => word.toLowerCase());
  if (words.some((word) => word.startsWith(typed))) return 0;
  return label.toLowerCase().includes(typed) ? 1 : -1;
}

export type Ordering = {
  commands: readonly PaletteItem[];
  records: readonly PaletteItem[];
  /** Targets chosen for this query before, most used first. */
  preferred: readonly string[];
};

/** What was chosen before, then commands that begin so, then records, then other commands. */
export function orderItems(
  { commands, records, preferred }: Ordering,
  query: string,
): PaletteItem[] {
  const typed = query.trim().toLowerCase();
  const isFirst = (item: PaletteItem) => typed !== '' && placeOf(item, typed) === 0;
  const usual = [
    ...commands.filter(isFirst),
    ...records,
    ...commands.filter((item) => !isFirst(item)),
  ];
  const chosen = preferred.flatMap((target) => usual.filter((item) => item.target === target));
  return [...new Set([...chosen, ...usual])];
}
