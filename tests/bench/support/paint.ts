import type { Page } from 'playwright-core';

export type Watch = {
  /** What is waited for. */
  selector: string;
  /** Waits until its text is another than before, not only until it is there. */
  isChange?: boolean;
};

export type Act =
  | { kind: 'go'; hash: string }
  /** The element at a place among those of the selector, from 0. */
  | { kind: 'click'; selector: string; at: number };

/**
 * Milliseconds from an act until what is waited for is on the screen, measured in the page: the
 * next frame after it is in the document has been handed over.
 */
export function timeToPaint(page: Page, act: Act, watch: Watch): Promise<number> {
  return page.evaluate(actAndWait, { act, watch, limitMs: 60_000 });
}

/** Runs in the page. */
async function actAndWait(input: { act: Act; watch: Watch; limitMs: number }): Promise<number> {
  const { act, watch, limitMs } = input;
  const seen = () =>
    [...document.querySelectorAll(watch.selector)].map((one) => one.textContent).join('\n');
  const before = watch.isChange ? seen() : '';
  const start = performance.now();
  if (act.kind === 'go') location.hash = act.hash;
  else document.querySelectorAll<HTMLElement>(act.selector)[act.at]?.click();
  while (seen() === before) {
    if (performance.now() - start > limitMs) throw new Error(`${watch.selector} did not come`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}

/**
 * Milliseconds to put the page's finished content on the screen when there is nothing to find out
 * and nothing to work out: the same elements and styles, taken out and put back as a copy. The
 * page is of no use afterwards.
 */
export function timeToPaintFinished(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const main = document.querySelector('main');
    if (main === null) throw new Error('The page has no content');
    const copy = main.cloneNode(true);
    const frame = () =>
      new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const place = document.createElement('main');
    main.replaceWith(place);
    await frame();
    await frame();
    const start = performance.now();
    place.replaceWith(copy);
    await frame();
    return performance.now() - start;
  });
}

/** A fresh page of the app on a place that has nothing to do with deals; nothing is remembered. */
export async function freshPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/settings?tab=appearance';
  });
  await page.reload();
  await page.locator('main h1').waitFor();
  await page.waitForLoadState('networkidle');
}
