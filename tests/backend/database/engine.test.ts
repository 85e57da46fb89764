import { expect, test } from 'vitest';
import { assertEngine, isSafeVersion } from '#backend/database/engine.ts';

test('the engine in use is safe, was tested and can encrypt', () => {
  expect(() => assertEngine()).not.toThrow();
});

test.each([
  ['3.51.2', false],
  ['3.51.3', true],
  ['3.52.0', false],
  ['3.52.1', true],
  ['3.9.9', false],
  ['4.0', true],
])('SQLite %s is safe: %s', (version, isSafe) => {
  expect(isSafeVersion(version)).toBe(isSafe);
});
