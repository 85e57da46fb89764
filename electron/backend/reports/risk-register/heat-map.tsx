import type { RiskScore } from '#shared/contract/risks.ts';
import { type RiskLevel, riskLevel } from '#shared/domain/risks/risk-level.ts';

/** Differ in lightness, so that a grey print still tells them apart. */
const fills: Readonly<Record<RiskLevel, string>> = {
  low: '#eef2ee',
  medium: '#f3e3b8',
  high: '#e6a86a',
  extreme: '#b8483c',
};

const cell = 18;
const side = [1, 2, 3, 4, 5] as const;

export type HeatMapProps = {
  scores: readonly (RiskScore | null)[];
  label: string;
  axes: { probability: string; impact: string };
};

/** A 5×5 matrix with the number of risks in each cell; probability rises upwards. */
export function HeatMap({ scores, label, axes }: HeatMapProps) {
  return (
    <svg viewBox={`0 0 ${cell * 5 + 12} ${cell * 5 + 12}`} role="img">
      <title>{label}</title>
      {side.map((probability) =>
        side.map((impact) => (
          <Cell
            key={`${probability} ${impact}`}
            probability={probability}
            impact={impact}
            count={
              scores.filter((s) => s?.probability === probability && s.impact === impact).length
            }
          />
        )),
      )}
      <text x={12 + cell * 2.5} y={cell * 5 + 9} textAnchor="middle" fontSize="7">
        {axes.impact} →
      </text>
      <text x={-cell * 2.5} y={8} textAnchor="middle" fontSize="7" transform="rotate(-90)">
        {axes.probability} →
      </text>
    </svg>
  );
}

function Cell({ probability, impact, count }: RiskScore & { count: number }) {
  const level = riskLevel({ probability, impact });
  const x = 12 + (impact - 1) * cell;
  const y = (5 - probability) * cell;
  return (
    <g>
      <rect x={x} y={y} width={cell - 1} height={cell - 1} fill={fills[level]} />
      {count > 0 && (
        <text
          x={x + cell / 2}
          y={y + cell / 2 + 3}
          textAnchor="middle"
          fontSize="9"
          fontWeight="600"
          fill={level === 'extreme' ? '#ffffff' : '#23211e'}
        >
          {count}
        </text>
      )}
    </g>
  );
}
