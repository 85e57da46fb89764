import type { PointKind, ReviewPoint } from '#shared/contract/reviews.ts';
import { Section } from '../furniture/blocks.tsx';
import { Prose, SafeText } from '../furniture/safe-text.tsx';
import type { MessageKey } from '../furniture/words.tsx';
import type { ReviewDocument } from './review-document.ts';
import { weight } from './review-values.ts';

type Props = { document: ReviewDocument };

export function ReviewStrengths({ document }: Props) {
  return <Points document={document} kind="strength" title="reviews:document.strengths" />;
}

export function ReviewImprovements({ document }: Props) {
  return <Points document={document} kind="improvement" title="reviews:document.improvements" />;
}

export function ReviewGoals({ document }: Props) {
  return <Points document={document} kind="goal" title="reviews:document.goals" />;
}

function Points({ document, kind, title }: Props & { kind: PointKind; title: MessageKey }) {
  const points = document.review.points.filter((point) => point.kind === kind);
  if (points.length === 0) return null;
  return (
    <Section title={document.words.label(title)}>
      {points.map((point, index) => (
        <Point key={point.id} document={document} point={point} number={index + 1} />
      ))}
    </Section>
  );
}

function Point({ document, point, number }: Props & { point: ReviewPoint; number: number }) {
  const { words, format } = document;
  const facts: [MessageKey, string][] = [
    ['reviews:point.measure', point.measure],
    ['reviews:point.action', point.action],
    ['reviews:point.dueOn', point.dueOn === null ? '' : format.date(point.dueOn)],
    ['reviews:point.owner', point.owner === null ? '' : words.text(`reviews:owner.${point.owner}`)],
    ['reviews:point.support', point.support],
    ['reviews:point.weight', point.weightBp === null ? '' : weight(point.weightBp)],
  ];
  return (
    <div className="point">
      <Prose text={`${number}. ${point.text}`} />
      <dl className="point-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([key, value]) => (
            <div key={key}>
              <dt>{words.label(key)}</dt>
              <dd>
                <SafeText text={value} />
              </dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
