import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { atMostMs, Draft, pauseMs, retryMs } from '#renderer/api/autosave/draft.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp(saved = '') {
  const written: string[] = [];
  const refusals: unknown[] = [];
  const backend = { refusesWith: undefined as Error | undefined };
  const draft = new Draft({
    saved,
    write: async (text) => {
      if (backend.refusesWith !== undefined) throw backend.refusesWith;
      written.push(text);
    },
    isRetryable: (error) => error instanceof Error && error.message === 'disk_full',
    onRefused: (error) => refusals.push(error),
  });
  return { draft, written, refusals, backend };
}

test('a pause writes the text once', async () => {
  const { draft, written } = setUp();
  draft.type('a');
  await vi.advanceTimersByTimeAsync(pauseMs - 1);
  draft.type('ab');
  await vi.advanceTimersByTimeAsync(pauseMs - 1);
  expect(written).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(written).toEqual(['ab']);
  expect(draft.state).toBe('saved');
});

test('who listens hears of every text, typed or taken over, also when the state stays', async () => {
  const { draft } = setUp();
  const heard: string[] = [];
  draft.subscribe(() => heard.push(draft.text));
  draft.adopt('saved elsewhere');
  draft.type('a');
  draft.type('');
  expect(heard).toEqual(['saved elsewhere', 'a', '']);
  await vi.advanceTimersByTimeAsync(pauseMs);
});

test('who never pauses is written every five seconds', async () => {
  const { draft, written } = setUp();
  for (let ms = 0; ms < 3 * atMostMs; ms += 200) {
    draft.type(`${ms}`);
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(written.length).toBeGreaterThanOrEqual(2);
});

test('nothing is written while an input method composes, and everything after', async () => {
  const { draft, written } = setUp();
  draft.startComposition();
  draft.type('n');
  draft.type('nihao');
  await vi.advanceTimersByTimeAsync(3 * atMostMs);
  expect(written).toEqual([]);
  draft.endComposition('你好');
  await vi.advanceTimersByTimeAsync(pauseMs);
  expect(written).toEqual(['你好']);
});

describe('while an input method composes', () => {
  test('settling writes what was whole before, and the word once it is chosen', async () => {
    const { draft, written } = setUp();
    draft.type('见到王总，');
    draft.startComposition();
    draft.type('见到王总，nih');
    await draft.settle();
    expect(written).toEqual(['见到王总，']);
    expect(draft.text).toBe('见到王总，nih');
    draft.endComposition('见到王总，你好');
    await vi.advanceTimersByTimeAsync(pauseMs);
    expect(written).toEqual(['见到王总，', '见到王总，你好']);
    expect(draft.state).toBe('saved');
  });

  test('a text that was saved already is not written again', async () => {
    const { draft, written } = setUp('王总');
    draft.startComposition();
    draft.type('王总nih');
    await draft.settle();
    expect(written).toEqual([]);
    expect(draft.isWritten).toBe(false);
  });

  test('a field that goes takes the half word with it and is open to news again', async () => {
    const { draft, written } = setUp();
    draft.type('王总');
    draft.startComposition();
    draft.type('王总nih');
    await draft.leave();
    expect(written).toEqual(['王总']);
    expect(draft.text).toBe('王总');
    expect(draft.adopt('别处写的')).toBe(true);
  });
});

test('what is discarded is never written', async () => {
  const { draft, written, backend } = setUp('old');
  backend.refusesWith = new Error('disk_full');
  draft.type('mine');
  await vi.advanceTimersByTimeAsync(pauseMs);
  backend.refusesWith = undefined;
  draft.discard();
  await vi.advanceTimersByTimeAsync(3 * retryMs);
  await draft.settle();
  expect(written).toEqual([]);
});

test('leaving writes at once and waits until it is on disk', async () => {
  const { draft, written } = setUp();
  draft.type('done');
  await draft.settle();
  expect(written).toEqual(['done']);
  expect(draft.isWritten).toBe(true);
});

test('two who leave at once write once', async () => {
  const { draft, written } = setUp();
  draft.type('done');
  await Promise.all([draft.settle(), draft.settle(), draft.settle()]);
  expect(written).toEqual(['done']);
});

describe('a write that is refused', () => {
  test('is tried again until it succeeds, and told once', async () => {
    const { draft, written, refusals, backend } = setUp();
    backend.refusesWith = new Error('disk_full');
    draft.type('kept');
    await vi.advanceTimersByTimeAsync(pauseMs + 3 * retryMs);
    expect(draft.state).toBe('waiting');
    expect(draft.text).toBe('kept');
    expect(refusals).toHaveLength(1);
    backend.refusesWith = undefined;
    await vi.advanceTimersByTimeAsync(retryMs);
    expect(written).toEqual(['kept']);
    expect(draft.state).toBe('saved');
  });

  test('is not tried again when that cannot help', async () => {
    const { draft, backend, written } = setUp();
    backend.refusesWith = new Error('record_locked');
    draft.type('kept');
    await vi.advanceTimersByTimeAsync(pauseMs);
    backend.refusesWith = undefined;
    await vi.advanceTimersByTimeAsync(5 * retryMs);
    expect(written).toEqual([]);
    expect(draft.state).toBe('refused');
    expect(draft.text).toBe('kept');
  });
});

describe('the text of the backend', () => {
  test('is taken over when it is news and nothing was typed', () => {
    const { draft } = setUp('old');
    expect(draft.adopt('new')).toBe(true);
    expect(draft.text).toBe('new');
  });

  test('never replaces what is being typed', () => {
    const { draft } = setUp('old');
    draft.type('mine');
    expect(draft.adopt('theirs')).toBe(false);
    expect(draft.text).toBe('mine');
  });

  test('is ignored when the page still holds an answer from before the last write', async () => {
    const { draft } = setUp('old');
    draft.type('mine');
    await draft.settle();
    expect(draft.adopt('old')).toBe(false);
    expect(draft.text).toBe('mine');
  });

  test('is ignored when it is older than what was typed since', async () => {
    const { draft } = setUp('old');
    for (const text of ['first', 'second']) {
      draft.type(text);
      await draft.settle();
    }
    expect(draft.adopt('first')).toBe(false);
    expect(draft.text).toBe('second');
    expect(draft.adopt('second')).toBe(false);
  });

  test('is taken over when it goes back to an earlier text after the page was up to date', async () => {
    const { draft } = setUp('old');
    for (const text of ['first', 'second']) {
      draft.type(text);
      await draft.settle();
    }
    draft.adopt('second');
    expect(draft.adopt('first')).toBe(true);
    expect(draft.text).toBe('first');
  });

  test('is taken over after undo, even when the page has seen it before', async () => {
    const { draft } = setUp('old');
    draft.type('mine');
    await draft.settle();
    draft.expectNews();
    expect(draft.adopt('old')).toBe(true);
    expect(draft.text).toBe('old');
  });

  test('is taken over after undo when it was written here earlier', async () => {
    const { draft } = setUp('old');
    for (const text of ['first', 'second']) {
      draft.type(text);
      await draft.settle();
    }
    draft.expectNews();
    expect(draft.adopt('first')).toBe(true);
  });

  test('from before a write is no news, even when undo came before that write', async () => {
    const { draft } = setUp('old');
    draft.expectNews();
    draft.type('mine');
    await draft.settle();
    expect(draft.adopt('old')).toBe(false);
    expect(draft.text).toBe('mine');
  });
});
