import {
  BarChart,
  type BarSeriesOption,
  CustomChart,
  type CustomSeriesOption,
  HeatmapChart,
  type HeatmapSeriesOption,
  LineChart,
  type LineSeriesOption,
  ScatterChart,
  type ScatterSeriesOption,
} from 'echarts/charts';
import {
  DatasetComponent,
  type DatasetComponentOption,
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  MarkLineComponent,
  type MarkLineComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
  VisualMapComponent,
  type VisualMapComponentOption,
} from 'echarts/components';
import { type ComposeOption, type ECharts, init, use as registerParts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import classes from './chart.module.css';
import { chartTheme } from './chart-theme.ts';

registerParts([
  BarChart,
  LineChart,
  ScatterChart,
  HeatmapChart,
  CustomChart,
  GridComponent,
  TooltipComponent,
  LegendComponent,
  DatasetComponent,
  MarkLineComponent,
  VisualMapComponent,
  CanvasRenderer,
]);

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | ScatterSeriesOption
  | HeatmapSeriesOption
  | CustomSeriesOption
  | GridComponentOption
  | TooltipComponentOption
  | LegendComponentOption
  | DatasetComponentOption
  | MarkLineComponentOption
  | VisualMapComponentOption
>;

export type ChartCanvasProps = {
  option: ChartOption;
  onSelect?(dataIndex: number, seriesIndex: number): void;
};

/** Takes its colours once; a new colour scheme makes a new canvas. */
export function ChartCanvas({ option, onSelect }: ChartCanvasProps) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;

  useEffect(() => {
    if (host.current === null) return;
    const made = init(host.current, chartTheme(host.current), { renderer: 'canvas' });
    chart.current = made;
    const resizes = new ResizeObserver(() => made.resize());
    resizes.observe(host.current);
    return () => {
      resizes.disconnect();
      made.dispose();
    };
  }, []);

  useEffect(() => {
    // Tooltips are drawn, not written as HTML: names come from people and files.
    const tooltip = { confine: true, renderMode: 'richText', ...one(option.tooltip) } as const;
    chart.current?.setOption({ animation: !isStill, ...option, tooltip }, { notMerge: true });
  }, [option, isStill]);

  useEffect(() => {
    const made = chart.current;
    made?.on('click', ({ dataIndex, seriesIndex }) => onSelect?.(dataIndex, seriesIndex ?? 0));
    return () => {
      made?.off('click');
    };
  }, [onSelect]);

  return <div ref={host} className={classes['canvas']} />;
}

function one<T>(value: T | T[] | undefined): T | undefined {
  return Array.isArray(value) ? value[0] : value;
}
