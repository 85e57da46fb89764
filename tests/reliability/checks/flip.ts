import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '#backend/database/migrations/index.ts';
import { ClosedError } from '#backend/workspace/closed-error.ts';
import { inspectFile } from '#backend/workspace/inspect-file.ts';
import { applicationIds } from '#backend/workspace/open-file.ts';
import { openWorkspace } from '#backend/workspace/workspace.ts';
import { editFile, keyOf, ownFile } from '#tests/support/edit-file.ts';
import { testDirectory, testPlatform } from '#tests/support/test-platform.ts';
import { breachList, type Check } from '../support/check.ts';
import { fillPeople } from '../support/people.ts';
import { type Random, randomFrom } from '../support/random.ts';

const pageBytes = 4096;

/**
 * D6: one flipped bit anywhere, a cut at any length or a page of zeros is noticed as damage. The
 * file has no free pages, which nobody ever reads again and which may hold anything.
 */
export const flipCheck: Check = {
  about: 'D6: one flipped bit, a cut or a page of zeros; all are named damaged, none crashes',
  runs: 1000,
  async run({ runs, seed }) {
    const { breaches, expect } = breachList();
    const random = randomFrom(seed);
    const figures = { damages: 0, noticed: 0 };
    const directory = testDirectory();
    const workspace = await openWorkspace(testPlatform(directory));
    await fillPeople(workspace, 300);
    await workspace.close({ withBackup: false });
    await editFile(directory, (connection) => connection.exec('vacuum'));
    const key = await keyOf(directory);
    const whole = ownFile(directory);
    const file = join(directory, 'copy.db');
    for (let run = 0; run < runs; run += 1) {
      copyFileSync(whole, file);
      const damage = damageFile(file, random);
      const found = reasonOf(file, key);
      figures.damages += 1;
      if (found === 'damaged') figures.noticed += 1;
      expect(found === 'damaged', `run ${run}: ${damage} is ${found}`);
    }
    copyFileSync(whole, file);
    expect(reasonOf(file, key) === 'sound', 'the file without damage is not sound');
    return { figures, breaches };
  },
};

function damageFile(file: string, random: Random): string {
  const { size } = statSync(file);
  if (random.oneIn(10)) {
    const length = random.below(size);
    truncateSync(file, length);
    return `a cut at ${length} of ${size}`;
  }
  const bytes = readFileSync(file);
  if (random.oneIn(20)) {
    const page = random.below(size / pageBytes);
    bytes.fill(0, page * pageBytes, (page + 1) * pageBytes);
    writeFileSync(file, bytes);
    return `page ${page} of zeros`;
  }
  const offset = random.pick([random.below(100), random.below(pageBytes), random.below(size)]);
  const bit = random.below(8);
  bytes[offset] = (bytes[offset] ?? 0) ^ (1 << bit);
  writeFileSync(file, bytes);
  return `bit ${bit} of byte ${offset}`;
}

function reasonOf(file: string, key: Uint8Array): string {
  try {
    inspectFile(
      { file, key },
      { applicationId: applicationIds.own, migrations, otherKeys: [], isOtherKeyKnown: false },
    );
    return 'sound';
  } catch (error) {
    return error instanceof ClosedError ? error.reason : String(error);
  }
}
