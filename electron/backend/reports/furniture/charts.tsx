/** Colours that stay apart in grey print. */
const ink = { accent: '#0f766e', soft: '#d9d5cd', mark: '#23211e', dim: '#67635b' };

export type BarProps = {
  /** Said to those who do not see the bar, e.g. '3.33 / 5'. */
  label: string;
  /** 0–1 of the full length. */
  share: number;
  /** A mark on the bar, 0–1: the target. */
  mark?: number | undefined;
};

/** A horizontal bar with a mark for what was aimed at. */
export function Bar({ label, share, mark }: BarProps) {
  return (
    <svg className="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img">
      <title>{label}</title>
      <rect x="0" y="1" width="100" height="6" fill={ink.soft} />
      <rect x="0" y="1" width={inUnit(share) * 100} height="6" fill={ink.accent} />
      {mark !== undefined && (
        <rect x={inUnit(mark) * 99} y="0" width="1" height="8" fill={ink.mark} />
      )}
    </svg>
  );
}

export type SparklineProps = {
  label: string;
  /** Null for a week that does not count; it leaves a gap. */
  values: readonly (number | null)[];
  /** A dashed line, e.g. the person's own mean. */
  baseline?: number | undefined;
};

const spark = { width: 120, height: 28, margin: 3 };

/** A small line over time, from 0 to the largest value. */
export function Sparkline({ label, values, baseline }: SparklineProps) {
  const top = Math.max(1, baseline ?? 0, ...values.map((value) => value ?? 0));
  const inner = spark.height - 2 * spark.margin;
  const x = (index: number) =>
    spark.margin + (index * (spark.width - 2 * spark.margin)) / Math.max(1, values.length - 1);
  const y = (value: number) => spark.height - spark.margin - (value / top) * inner;
  return (
    <svg className="sparkline" viewBox={`0 0 ${spark.width} ${spark.height}`} role="img">
      <title>{label}</title>
      {baseline !== undefined && (
        <line
          x1={0}
          x2={spark.width}
          y1={y(baseline)}
          y2={y(baseline)}
          stroke={ink.dim}
          strokeWidth="0.7"
          strokeDasharray="3 2"
        />
      )}
      <path d={linePath(values, x, y)} fill="none" stroke={ink.accent} strokeWidth="1.4" />
      {values.map((value, index) =>
        value === null ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: static markup is rendered once
          <circle key={index} cx={x(index)} cy={y(value)} r="1.6" fill={ink.accent} />
        ),
      )}
    </svg>
  );
}

type Scale = (value: number) => number;

/** Starts anew after every gap. */
function linePath(values: readonly (number | null)[], x: Scale, y: Scale): string {
  return values
    .map((value, index) => {
      if (value === null) return '';
      const start = index === 0 || values[index - 1] === null;
      return `${start ? 'M' : 'L'}${x(index).toFixed(2)} ${y(value).toFixed(2)}`;
    })
    .join('');
}

export type ColumnsProps = {
  label: string;
  columns: readonly { label: string; value: number; text: string }[];
};

const columnChart = { width: 26, height: 34, foot: 9, head: 8 };

/** One column for each month or step, from 0 up, its figure above and its name below. */
export function Columns({ label, columns }: ColumnsProps) {
  const { width, height, foot, head } = columnChart;
  const top = Math.max(1, ...columns.map(({ value }) => value));
  const inner = height - foot - head;
  return (
    <svg
      className="columns"
      viewBox={`0 0 ${Math.max(1, columns.length) * width} ${height}`}
      role="img"
    >
      <title>{label}</title>
      {columns.map(({ label: name, value, text }, index) => {
        const tall = (Math.max(0, value) / top) * inner;
        const middle = index * width + width / 2;
        return (
          <g key={name}>
            <rect
              x={middle - 7}
              y={height - foot - Math.max(tall, 0.4)}
              width="14"
              height={Math.max(tall, 0.4)}
              fill={value > 0 ? ink.accent : ink.soft}
            />
            <text x={middle} y={height - foot - tall - 2} textAnchor="middle" fontSize="6.5">
              {text}
            </text>
            <text x={middle} y={height - 1.5} textAnchor="middle" fontSize="6.5" fill={ink.dim}>
              {name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function inUnit(value: number): number {
  return Math.min(1, Math.max(0, value));
}
