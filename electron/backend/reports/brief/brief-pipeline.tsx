import { waterfallBars } from '#shared/domain/coaching/waterfall-bars.ts';
import { SafeText } from '../furniture/safe-text.tsx';
import type { BriefTools } from './brief-page.tsx';
import { More, Part } from './brief-parts.tsx';

/** Differ in lightness, so that a grey print reads too. */
const inks = { total: '#4d4a45', rise: '#0f766e', fall: '#c8742f', won: '#86c5bd' };

const chart = { width: 240, row: 11, label: 46, sum: 56 };

/** What became of the person's pipeline since the last session, and the biggest moves. */
export function Pipeline({ tools }: { tools: BriefTools }) {
  const { document, words, facts, format } = tools;
  const { pipeline } = document.brief;
  const title = words.label('facts:brief.pipeline');
  if (pipeline === null) {
    return (
      <Part title={title}>
        <p className="quiet">{words.text('facts:brief.noData')}</p>
      </Part>
    );
  }
  const since = format.date(pipeline.since.slice(0, 10));
  return (
    <Part
      title={title}
      note={words.text(
        pipeline.isSinceSession ? 'facts:pipeline.since' : 'facts:pipeline.sinceQuarter',
        {
          since,
        },
      )}
    >
      <Waterfall tools={tools} />
      <ul className="lines">
        {document.moves.items.map((move) => (
          <li key={move.dealId}>
            <div className="clip">
              <SafeText text={move.name} />
            </div>
            <div className="quiet clip">
              <SafeText text={facts.move(move)} />
            </div>
          </li>
        ))}
      </ul>
      {document.moves.items.length === 0 && (
        <p className="quiet">{words.text('facts:pipeline.none')}</p>
      )}
      <More cut={document.moves} tools={tools} />
    </Part>
  );
}

function Waterfall({ tools: { document, words, format } }: { tools: BriefTools }) {
  const { pipeline } = document.brief;
  if (pipeline === null) return null;
  const bars = waterfallBars(pipeline);
  const { width, row, label, sum } = chart;
  const track = width - label - sum;
  const amount = ({ kind, amountMinor }: (typeof bars)[number]) =>
    kind === 'total' ? format.moneyShort(amountMinor) : format.moneyChange(amountMinor);
  const said = bars.map((bar) => `${words.text(`facts:pipeline.${bar.id}`)} ${amount(bar)}`);
  return (
    <svg className="waterfall" viewBox={`0 0 ${width} ${bars.length * row}`} role="img">
      <title>{format.list(said)}</title>
      {bars.map((bar, at) => (
        <g key={bar.id} transform={`translate(0 ${at * row})`} fontSize="7">
          <text x={0} y={8} fill="#67635b">
            {words.text(`facts:pipeline.${bar.id}`)}
          </text>
          <rect
            x={label + bar.from * track}
            y={1.5}
            width={Math.max(0.8, (bar.to - bar.from) * track)}
            height={row - 4}
            fill={inks[bar.kind]}
          />
          <text x={width} y={8} textAnchor="end">
            {amount(bar)}
          </text>
        </g>
      ))}
    </svg>
  );
}
