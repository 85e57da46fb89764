import type { Bench, Measured } from '../figure.ts';
import { median, timed } from './measure.ts';
import { freshPage, timeToPaint, timeToPaintFinished } from './paint.ts';

export type ScreenPart = {
  hash: string;
  /** There once the screen has its data. */
  selector: string;
  /** The bare statements that bring the same data. */
  read(): unknown;
};

/**
 * A screen from the click that leads to it until its data is on the screen, on a page that has
 * never shown it. Beside it, what no app can do without: the bare statements, and the finished
 * elements drawn.
 */
export async function measureScreen({ app, runs }: Bench, part: ScreenPart): Promise<Measured> {
  const { hash, selector, read } = part;
  const page = await (await app()).openPage();
  const values: number[] = [];
  const limits: number[] = [];
  for (let run = -1; run < runs; run += 1) {
    await freshPage(page);
    const value = await timeToPaint(page, { kind: 'go', hash }, { selector });
    const limit = (await timed(read)) + (await timeToPaintFinished(page));
    if (run < 0) continue;
    values.push(value);
    limits.push(limit);
  }
  await page.close();
  return { value: median(values), limit: median(limits), unit: 'ms' };
}
