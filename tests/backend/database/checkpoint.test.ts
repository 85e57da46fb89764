import { statSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { scheduleBackups } from '#backend/backups/backup-schedule.ts';
import { checkpoint, scheduleCheckpoints } from '#backend/database/checkpoint.ts';
import { openConnection } from '#backend/database/open-connection.ts';
import { keyOf, ownFile } from '#tests/support/edit-file.ts';
import { removeTestDirectories, startBackend } from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

describe('with a clock moved by hand', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('the log is emptied 30 s after a write, not a millisecond sooner', async () => {
    const run = vi.fn(async () => true);
    const { changed } = scheduleCheckpoints(run);
    changed(false);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(run).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(run).toHaveBeenCalledOnce();
  });

  test('it is emptied 5 s after a deletion, even when a write came before', async () => {
    const run = vi.fn(async () => true);
    const { changed } = scheduleCheckpoints(run);
    changed(false);
    await vi.advanceTimersByTimeAsync(10_000);
    changed(true);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(run).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(run).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(run).toHaveBeenCalledOnce();
  });

  test('writes that never pause do not put it off', async () => {
    const run = vi.fn(async () => true);
    const { changed } = scheduleCheckpoints(run);
    for (let second = 0; second < 31; second += 1) {
      changed(false);
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(run).toHaveBeenCalledOnce();
  });

  test('one that a reader stopped is tried again', async () => {
    const run = vi.fn(async () => true).mockResolvedValueOnce(false);
    const { changed, stop } = scheduleCheckpoints(run);
    changed(true);
    await vi.advanceTimersByTimeAsync(5_000);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(run).toHaveBeenCalledTimes(2);
    changed(false);
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(run).toHaveBeenCalledTimes(2);
  });

  test('backups run every 15 minutes while there is something new, a minute after a failure', async () => {
    let isDue = true;
    const run = vi.fn(async () => undefined);
    const { stop } = scheduleBackups(() => isDue, run);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(run).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(15 * 60_000);
    expect(run).toHaveBeenCalledTimes(2);
    isDue = false;
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(run).toHaveBeenCalledTimes(2);
    isDue = true;
    run.mockRejectedValueOnce(new Error('unplugged'));
    await vi.advanceTimersByTimeAsync(15 * 60_000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(run).toHaveBeenCalledTimes(4);
    stop();
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(run).toHaveBeenCalledTimes(4);
  });
});

test('a checkpoint leaves an empty log, and a reader elsewhere only puts it off', async () => {
  const { client, workspace, dataDirectory, stop } = await startBackend();
  const log = `${ownFile(dataDirectory)}-wal`;
  await client.settings.saveSettings({ teamName: 'x' });
  expect(statSync(log).size).toBeGreaterThan(0);
  const key = await keyOf(dataDirectory);
  const reader = openConnection({ file: ownFile(dataDirectory), key }, 'read');
  reader.exec('begin');
  reader.prepare('select count(*) from setting').get();
  await client.settings.saveSettings({ teamName: 'y' });
  const started = performance.now();
  expect(await checkpoint(workspace.database)).toBe(false);
  expect(performance.now() - started).toBeLessThan(1_000);
  reader.exec('commit');
  reader.close();
  expect(await checkpoint(workspace.database)).toBe(true);
  expect(statSync(log).size).toBe(0);
  await stop();
});
