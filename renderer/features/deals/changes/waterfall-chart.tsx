import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { Chart, type ChartOption } from '#renderer/components/chart/chart.tsx';
import type { Waterfall, WaterfallBar } from '#shared/contract/deal-changes.ts';
import { shownBars, steps } from './waterfall-steps.ts';

export type WaterfallChartProps = {
  waterfall: Waterfall;
  /** Shows the deals behind a bar. */
  onBar(bar: WaterfallBar): void;
};

const colors = {
  total: 'var(--bw-accent)',
  up: 'var(--bw-rise)',
  down: 'var(--bw-fall)',
  won: 'var(--bw-won)',
  lost: 'var(--bw-lost)',
} as const;

/** From the opening to the closing total; a bar opens its deals. */
export function WaterfallChart({ waterfall, onBar }: WaterfallChartProps) {
  const { t } = useTranslation('deals');
  const format = useFormat();
  const bars = steps(waterfall);
  const option = useMemo((): ChartOption => {
    const shown = steps(waterfall);
    const style = getComputedStyle(document.documentElement);
    const color = (name: keyof typeof colors) =>
      style.getPropertyValue(colors[name].slice(4, -1)).trim();
    return {
      grid: { top: 28, bottom: 8 },
      tooltip: { show: false },
      xAxis: { type: 'category', data: shown.map(({ name }) => t(`changes.bar.${name}`)) },
      yAxis: {
        type: 'value',
        axisLabel: { formatter: (minor: number) => format.moneyShort(minor) },
      },
      series: [
        {
          type: 'bar',
          stack: 'bars',
          silent: true,
          itemStyle: { color: 'transparent' },
          data: shown.map(({ base }) => base),
        },
        {
          type: 'bar',
          stack: 'bars',
          barCategoryGap: '35%',
          label: {
            show: true,
            position: 'top',
            color: 'inherit',
            formatter: ({ dataIndex }) => {
              const minor = shown[dataIndex]?.amountMinor ?? 0;
              return minor === 0 ? '' : format.moneyShort(minor);
            },
          },
          data: shown.map(({ height, tone }) => ({
            value: height,
            itemStyle: { color: color(tone) },
          })),
        },
      ],
    };
  }, [waterfall, t, format]);
  const description = bars
    .map(({ name, count, amountMinor }) =>
      t('changes.described', {
        bar: t(`changes.bar.${name}`),
        count,
        amount: amountMinor,
      }),
    )
    .join(' ');
  const select = (index: number) => {
    const name = shownBars.find((one) => one === bars[index]?.name);
    if (name !== undefined) onBar(name);
  };
  return <Chart description={description} option={option} height={250} onSelect={select} />;
}
