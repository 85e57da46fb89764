import { Section, Table } from '../furniture/blocks.tsx';
import { Prose } from '../furniture/safe-text.tsx';
import type { ReviewDocument } from './review-document.ts';

type Props = { document: ReviewDocument };

/** The manager's own judgement; stands in the manager's copy only. */
export function ReviewPrivate({ document: { words, manager } }: Props) {
  if (manager === null) return null;
  const { potential, privateAssessment } = manager;
  if (potential === null && privateAssessment === '') return null;
  return (
    <div className="private">
      <Section title={words.label('reviews:document.private')}>
        {potential !== null && <p>{words.label('reviews:document.potential', { potential })}</p>}
        <Prose text={privateAssessment} />
      </Section>
    </div>
  );
}

/** Who did what when; in HR's and the manager's copies. */
export function ReviewAudit({ document: { words, format, hr } }: Props) {
  if (hr === null || hr.events.length === 0) return null;
  return (
    <Section title={words.label('reviews:document.audit')}>
      <Table
        caption={words.text('reviews:document.audit')}
        columns={[
          { head: words.label('reviews:document.when'), width: '44mm' },
          { head: words.label('reviews:document.what') },
          { head: words.label('reviews:document.state') },
        ]}
        rows={hr.events.map(({ at, action, from, to }) => [
          format.dateTime(at),
          words.text(`reviews:event.${action}`),
          [from, to]
            .map((status) => (status === null ? '–' : words.text(`reviews:status.${status}`)))
            .join(' → '),
        ])}
      />
    </Section>
  );
}
