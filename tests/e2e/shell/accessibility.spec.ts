import { screens } from '../../gallery/screens.ts';
import { looks, visit, wear } from '../../gallery/visit.ts';
import { expectAccessible } from '../support/accessible.ts';
import { test } from '../support/fixtures.ts';

test.use({ options: { sample: true, settings: {} } });

for (const screen of screens) {
  test(`${screen.name} is open to everyone, in both languages and themes`, async ({
    shell,
    page,
    client,
  }) => {
    test.setTimeout(120_000);
    for (const look of looks) {
      await wear(shell.page, client, look);
      if (await visit(page, client, screen)) await expectAccessible(page);
    }
  });
}
