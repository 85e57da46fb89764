import { expect, test } from 'vitest';
import {
  exact,
  kpiValue,
  percentOfFixed,
  signedMilli,
  trimmed,
} from '#backend/reports/reviews/review-values.ts';
import { createFormat } from '#shared/i18n/format.ts';

test('noughts that say nothing are left out, others stay', () => {
  expect(['199.8750', '60.0000', '100', '0.0000'].map(trimmed)).toEqual([
    '199.875',
    '60',
    '100',
    '0',
  ]);
});

test('an exact score is a decimal, to eight places where it does not end', () => {
  expect(exact('71/20')).toBe('3.55');
  expect(exact('4')).toBe('4');
  expect(exact('24611/7200')).toBe('3.41819444…');
  expect(exact('103596427/29255200')).toBe('3.54112865…');
});

test('figures stand in their units', () => {
  const format = createFormat('en', 'CNY');
  expect(kpiValue('215000000', 'money', format)).toBe('¥2,150,000');
  expect(kpiValue('13.5', 'percent', format)).toBe('13.5%');
  expect(kpiValue('1234.50', 'number', format)).toBe('1,234.50');
  expect(kpiValue(null, 'money', format)).toBe('–');
});

test('attainment is a percentage of two places at most', () => {
  expect(['1.0750', '0.9000', '1.1667'].map(percentOfFixed)).toEqual(['107.5%', '90%', '116.67%']);
});

test('an adjustment shows its sign', () => {
  expect([100, -50, 0].map(signedMilli)).toEqual(['+0.1', '-0.05', '0']);
});
