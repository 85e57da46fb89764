import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { firstPage, pageClosed } from '../../../electron/loopback/browser-pages.ts';
import { devtoolsPipe } from '../../../electron/loopback/devtools-pipe.ts';

const origin = 'http://127.0.0.1:4000';
const ours = { targetId: 'T1', type: 'page', url: `${origin}/` };

/** A browser whose answers and events the test sends, several in one piece when it likes. */
function fakeBrowser() {
  const input = new PassThrough();
  const output = new PassThrough();
  const nextCall = async () => {
    const [bytes] = await once(input, 'data');
    return JSON.parse(String(bytes).slice(0, -1)) as { id: number; method: string };
  };
  return {
    pipe: devtoolsPipe(input, output),
    async answer(result: object, ...events: string[]) {
      const { id } = await nextCall();
      const messages = [{ id, result }, ...events.map((method) => ({ method }))];
      output.write(messages.map((message) => `${JSON.stringify(message)}\0`).join(''));
    },
  };
}

test('a window that closes while its pages are listed is seen to close', async () => {
  const { pipe, answer } = fakeBrowser();
  const closed = pageClosed(pipe, origin);
  await answer({ targetInfos: [ours] }, 'Target.targetDestroyed');
  await answer({ targetInfos: [] });
  await expect(closed).resolves.toBeUndefined();
});

test('a page that opens while the pages are listed is found', async () => {
  const { pipe, answer } = fakeBrowser();
  const found = firstPage(pipe, origin);
  await answer({});
  await answer({ targetInfos: [] }, 'Target.targetInfoChanged');
  await answer({ targetInfos: [ours] });
  await expect(found).resolves.toEqual(ours);
});
