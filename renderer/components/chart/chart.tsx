import { useComputedColorScheme } from '@mantine/core';
import { lazy, Suspense } from 'react';
import classes from './chart.module.css';
import type { ChartOption } from './chart-canvas.tsx';

export type { ChartOption };

export type ChartProps = {
  /** What the chart says, in a sentence or two, for who cannot see it. */
  description: string;
  /** Keep one object from render to render. Colours come from the theme. */
  option: ChartOption;
  /** Pixels. */
  height: number;
  /** Opens the rows behind a bar or a point. */
  onSelect?(dataIndex: number, seriesIndex: number): void;
};

const ChartCanvas = lazy(async () => ({
  default: (await import('./chart-canvas.tsx')).ChartCanvas,
}));

/** A chart on a canvas. Its library is loaded with the first chart that is shown. */
export function Chart({ description, height, ...canvas }: ChartProps) {
  const scheme = useComputedColorScheme('light');
  return (
    <div role="img" aria-label={description} className={classes['root']} style={{ height }}>
      <Suspense fallback={null}>
        <ChartCanvas key={scheme} {...canvas} />
      </Suspense>
    </div>
  );
}
