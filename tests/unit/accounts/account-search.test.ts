import { expect, test } from 'vitest';
import {
  accountSearch,
  isFiltered,
  toAccountFilter,
  toAccountSort,
} from '#renderer/features/accounts/account-search.ts';

test('what does not fit an address is left out', () => {
  const search = accountSearch.parse({ text: '信达', level: 'huge', owner: 'x', sort: 'magic' });
  expect(search).toEqual({ text: '信达' });
});

test('each choice narrows its own column', () => {
  const filter = toAccountFilter({ text: '信达', industry: '半导体', owner: 'none' });
  expect(filter).toEqual({
    text: '信达',
    industries: ['半导体'],
    regions: undefined,
    levels: undefined,
    ownerIds: ['none'],
  });
});

test('the largest open pipeline comes first until another order is chosen', () => {
  expect(toAccountSort({})).toEqual({ by: 'openMinor', descending: true });
  expect(toAccountSort({ sort: 'name' })).toEqual({ by: 'name', descending: false });
});

test('an open account or an order is not a filter', () => {
  expect(isFiltered({ account: '01980000-0000-7000-8000-000000000000', sort: 'name' })).toBe(false);
  expect(isFiltered({ region: '华东' })).toBe(true);
});
