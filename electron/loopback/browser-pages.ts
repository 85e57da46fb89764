import { z } from 'zod';
import type { DevtoolsPipe } from './devtools-pipe.ts';

const targets = z.object({
  targetInfos: z.array(z.object({ targetId: z.string(), type: z.string(), url: z.string() })),
});

async function pages(pipe: DevtoolsPipe) {
  const { targetInfos } = targets.parse(await pipe.send('Target.getTargets'));
  return targetInfos.filter(({ type }) => type === 'page');
}

/** The page of ours, as soon as there is one. */
export async function firstPage(pipe: DevtoolsPipe, origin: string) {
  const changed = waitForPages(pipe);
  await pipe.send('Target.setDiscoverTargets', { discover: true });
  for (;;) {
    const next = changed.next();
    const page = (await pages(pipe)).find(({ url }) => url.startsWith(origin));
    if (page !== undefined) return page;
    await next;
  }
}

/**
 * Resolves when some page next appeared, went elsewhere or closed. To be asked before the pages
 * are: news that comes together with the answer would be missed afterwards.
 */
function waitForPages(pipe: DevtoolsPipe): { next(): Promise<void> } {
  let signal = Promise.withResolvers<void>();
  pipe.onEvent((method) => {
    if (!method.startsWith('Target.target')) return;
    signal.resolve();
    signal = Promise.withResolvers();
  });
  return { next: () => signal.promise };
}

/** On macOS a browser outlives its windows, so the page is watched and not only the process. */
export async function pageClosed(pipe: DevtoolsPipe, origin: string): Promise<void> {
  const changed = waitForPages(pipe);
  // A page on its way from one address to the next has none for a moment.
  const isOurs = ({ url }: { url: string }) => url === '' || url.startsWith(origin);
  try {
    for (;;) {
      const next = changed.next();
      if (!(await pages(pipe)).some(isOurs)) return;
      await next;
    }
  } catch {
    // The browser ended, and its window with it.
  }
}
