import { screens } from '../../gallery/screens.ts';
import { looks, visit, wear } from '../../gallery/visit.ts';
import { expectAccessible } from '../support/accessible.ts';
import { test } from '../support/fixtures.ts';

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
      const isThere = await visit(shell.page, client, screen);
      for (const look of isThere ? looks : []) {
        await wear(page, client, look);
        await expectAccessible(page, `${screen.name}, ${look.language}, ${look.theme}`);
      }
    }
  });
}
