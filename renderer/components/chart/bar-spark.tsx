import classes from './bar-spark.module.css';

export type SparkBar = {
  /** Distinguishes the bars, e.g. the first day of the week. */
  key: string;
  value: number;
  /** Does not count: drawn grey. */
  isMuted: boolean;
};

export type BarSparkProps = {
  bars: readonly SparkBar[];
  /** A line across, where what is usual is known. */
  mean: number | null;
  /** What the bars say, for who cannot see them. */
  description: string;
  width?: number;
  height?: number;
};

const gap = 3;

/** A row of small bars with their mean; as wide as a word or two. */
export function BarSpark({ bars, mean, description, width = 132, height = 32 }: BarSparkProps) {
  const top = Math.max(1, mean ?? 0, ...bars.map(({ value }) => value));
  const step = width / Math.max(1, bars.length);
  const heightOf = (value: number) => (value / top) * (height - 2);
  return (
    <svg
      role="img"
      aria-label={description}
      className={classes['root']}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {bars.map(({ key, value, isMuted }, at) => (
        <rect
          key={key}
          data-muted={isMuted}
          x={at * step}
          y={height - Math.max(1, heightOf(value))}
          width={step - gap}
          height={Math.max(1, heightOf(value))}
        />
      ))}
      {mean !== null && (
        <line x1={0} x2={width} y1={height - heightOf(mean)} y2={height - heightOf(mean)} />
      )}
    </svg>
  );
}
