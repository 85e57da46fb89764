import type { Figure } from './figure.ts';
import { rawTable } from './support/raw-deals.ts';
import { measureScreen } from './support/screen-figure.ts';

/** Every deal there is, open and closed. */
const hash = `#/deals?view=table&filter=${encodeURIComponent('{}')}`;

export const tableFirstRows: Figure = {
  name: 'table-first-rows',
  about: 'from the click to rows of all deals on the screen | bare SQL and the finished page drawn',
  async measure(bench) {
    const connection = await bench.workspace.connect('read');
    const selector = '[role=grid] [role=row]:nth-child(10)';
    const measured = await measureScreen(bench, { hash, selector, read: rawTable(connection) });
    connection.close();
    return measured;
  },
};
