import type { KpiUnit } from '#shared/contract/review-template.ts';
import type { Format } from '#shared/i18n/format.ts';

/** '199.8750' → '199.875': without the noughts that say nothing. */
export function trimmed(fixed: string): string {
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
}

/** A share of four places as percent: '1.0750' → '107.5%'. */
export function percentOfFixed(fixed: string): string {
  return `${trimmed((Number(fixed) * 100).toFixed(2))}%`;
}

/** Basis points as a weight: 2500 → '25%'. */
export function weight(bp: number): string {
  return `${trimmed((bp / 100).toFixed(2))}%`;
}

/** A score to its last place, or to eight places of it: '71/20' → '3.55', '59/18' → '3.27777777…'. */
export function exact(fraction: string): string {
  const [top = '0', bottom = '1'] = fraction.split('/');
  const scaled = BigInt(top) * 10n ** 8n;
  const digits = (scaled / BigInt(bottom)).toString().padStart(9, '0');
  const decimals = `${digits.slice(0, -8)}.${digits.slice(-8)}`;
  return scaled % BigInt(bottom) === 0n ? trimmed(decimals) : `${decimals}…`;
}

/** 352 → '3.52' */
export function centi(value: number | null): string {
  return value === null ? '–' : (value / 100).toFixed(2);
}

/** Thousandths as typed: 3500 → '3.5'. */
export function milli(value: number): string {
  return trimmed((value / 1000).toFixed(3));
}

/** With its sign: 100 → '+0.1'. */
export function signedMilli(value: number): string {
  return `${value > 0 ? '+' : ''}${milli(value)}`;
}

/** A KPI's figure in its unit; money is in whole minor units. */
export function kpiValue(value: string | null, unit: KpiUnit | undefined, format: Format): string {
  if (value === null) return '–';
  if (unit === 'money') return format.money(Number(value));
  const decimals = value.split('.')[1]?.length ?? 0;
  const figure = format.number(Number(value), decimals);
  return unit === 'percent' ? `${figure}%` : figure;
}
