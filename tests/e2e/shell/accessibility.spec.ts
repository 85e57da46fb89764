import { screens } from '../../gallery/screens.ts';
import { looks, visit, wear } from '../../gallery/visit.ts';
import { expectAccessible, expectReadable } from '../support/accessible.ts';
import { expect, test } from '../support/fixtures.ts';

test.use({ options: { sample: true, settings: {} } });

const places = Object.entries(Object.groupBy(screens, ({ name }) => name.replace(/-.*/, '')));

for (const [place, screensOfPlace = []] of places) {
  test(`${place} is open to everyone, in both languages and themes`, async ({
    shell,
    page,
    client,
  }) => {
    test.setTimeout(60_000 + screensOfPlace.length * 40_000);
    for (const screen of screensOfPlace) {
      // The sample's review becomes final, with its documents, some seconds after it opens.
      await expect
        .poll(() => visit(shell.page, client, screen), { message: screen.name, timeout: 60_000 })
        .toBe(true);
      for (const look of looks) {
        await wear(page, client, look);
        const check = look.theme === 'light' ? expectAccessible : expectReadable;
        await check(page, `${screen.name}, ${look.language}, ${look.theme}`);
      }
    }
  });
}
