import { addDays } from '#shared/domain/dates/local-date.ts';
import type { Figure } from './figure.ts';
import { timedPair } from './support/measure.ts';
import { rawBrief } from './support/raw-brief.ts';

export const brief: Figure = {
  name: 'brief',
  about: "a person's brief from the question to the answer | bare SQL of the facts in it",
  async measure({ app, workspace, runs }) {
    const { client } = await app();
    const { personId, today } = workspace;
    const connection = await workspace.connect('read');
    const { brief: known } = await client.coaching.getPrep({ personId });
    const limit = rawBrief(connection, {
      personId,
      sinceAt: known.pipeline?.since ?? '',
      quarterFromOn: known.numbers.quarterStartOn,
      weeksFromAt: addDays(today, -63),
    });
    const measured = await timedPair(runs, {
      value: () => client.coaching.getPrep({ personId }),
      limit,
    });
    connection.close();
    return { ...measured, unit: 'ms' };
  },
};
