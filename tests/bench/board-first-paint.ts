import type { Figure } from './figure.ts';
import { rawBoard } from './support/raw-deals.ts';
import { measureScreen } from './support/screen-figure.ts';

export const boardFirstPaint: Figure = {
  name: 'board-first-paint',
  about: 'from the click to the cards on the screen | bare SQL and the finished page drawn',
  async measure(bench) {
    const { workspace } = bench;
    const connection = await workspace.connect('read');
    const read = rawBoard(connection, { closedFrom: workspace.monthStartOn });
    const measured = await measureScreen(bench, { hash: '#/deals', selector: '[data-deal]', read });
    connection.close();
    return measured;
  },
};
