import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3-multiple-ciphers';
import { localDateOf } from '#backend/clock.ts';
import { openConnection } from '#backend/database/open-connection.ts';
import { unlockKeys } from '#backend/keys/key-service.ts';
import type { AppClient } from '#backend/router.ts';
import { workspaceFiles } from '#backend/workspace/files.ts';
import { addDays } from '#shared/domain/dates/local-date.ts';
import { type BigSize, fillBigWorkspace } from '#tests/support/big-workspace.ts';
import { buildReview, completeReview } from '#tests/support/builders/review.ts';
import { buildCommitment } from '#tests/support/builders/session.ts';
import { testPlatform } from '#tests/support/test-platform.ts';
import { keyFileSecrets } from '../../../electron/loopback/secrets.ts';
import { type PrintedPage, startAppWorker } from './app-worker.ts';

export type PreparedWorkspace = {
  folder: string;
  today: string;
  /** The usual filter shows what was closed from this day on. */
  monthStartOn: string;
  /** Someone with deals, whose last one-on-one was two weeks ago. */
  personId: string;
  /** A review of theirs, filled in. */
  reviewId: string;
  /** The page that the app prints for it. */
  reviewPage: PrintedPage;
  /** A connection of its own to the file, with every setting of the app's. */
  connect(use: 'read' | 'write'): Promise<Database.Database>;
  /** Another workspace like this one, to be changed. */
  copy(): Promise<Pick<PreparedWorkspace, 'folder' | 'connect' | 'remove'>>;
  remove(): void;
};

/** A limit keeps as much of the file in memory as the app does at most. */
const cacheKb = 64 * 1024;

const twoWeeksMs = 14 * 24 * 60 * 60_000;

/** The copy of a review that says the most. */
export const reviewCopy = { copy: 'manager', language: 'zh-CN' } as const;

/** A folder as a manager would have it after some years; big by bare inserts, real in its parts. */
export async function prepareWorkspace(size: BigSize): Promise<PreparedWorkspace> {
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-bench-'));
  const today = localDateOf(new Date());
  const connect = connectTo(folder);
  await inWorker(folder, 0, (client) => client.settings.saveSettings({ isSetUp: true }));
  const connection = await connect('write');
  fillBigWorkspace({ database: { connection } }, size, today);
  connection.close();
  const personId = await inWorker(folder, -twoWeeksMs, holdSession);
  const review = await writeReview(folder, { personId, today });
  return {
    folder,
    today,
    monthStartOn: `${today.slice(0, 7)}-01`,
    personId,
    ...review,
    connect,
    copy: async () => copyOf(folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function copyOf(folder: string) {
  const copy = mkdtempSync(join(tmpdir(), 'bellwether-bench-'));
  cpSync(folder, copy, { recursive: true });
  return {
    folder: copy,
    connect: connectTo(copy),
    remove: () => rmSync(copy, { recursive: true, force: true }),
  };
}

function connectTo(folder: string): PreparedWorkspace['connect'] {
  const platform = testPlatform(folder, { platform: keyFileSecrets(folder) });
  return async (use) => {
    const keys = await unlockKeys(platform, { hasData: true, spares: [] });
    const file = workspaceFiles(platform).path('own');
    const connection = openConnection({ file, key: keys.keyFor('own') }, use);
    connection.pragma(`cache_size = -${cacheKb}`);
    return connection;
  };
}

async function inWorker<T>(
  folder: string,
  clockOffsetMs: number,
  work: (client: AppClient) => Promise<T>,
): Promise<T> {
  const worker = await startAppWorker(folder, clockOffsetMs);
  try {
    return await work(worker.client);
  } finally {
    await worker.close();
  }
}

async function holdSession(client: AppClient): Promise<string> {
  const [person] = (await client.people.listPeople({})).filter(({ name }) => name !== '');
  if (person === undefined) throw new Error('The workspace has nobody in it');
  const session = await client.coaching.startSession({ personId: person.id, sessionId: null });
  for (const text of ['约信达的采购总监', '补全三单的下一步']) {
    await buildCommitment({ client }, { personId: person.id, sessionId: session.id, text });
  }
  await client.coaching.completeSession({ sessionId: session.id });
  return person.id;
}

type ReviewOf = { personId: string; today: string };

async function writeReview(folder: string, { personId, today }: ReviewOf) {
  const worker = await startAppWorker(folder);
  try {
    const { client, printed } = worker;
    const period = { periodStartOn: addDays(today, -180), periodEndOn: addDays(today, -1) };
    const reviewId = await buildReview({ client }, { personId, ...period });
    await completeReview({ client }, reviewId);
    await client.reviews.previewReview({ reviewId, ...reviewCopy });
    const [reviewPage] = printed;
    if (reviewPage === undefined) throw new Error('The review was not printed');
    return { reviewId, reviewPage };
  } finally {
    await worker.close();
  }
}
