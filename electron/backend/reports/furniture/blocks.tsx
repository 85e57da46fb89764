import type { ReactNode } from 'react';
import { SafeText } from './safe-text.tsx';

export type Fact = { label: ReactNode; value: ReactNode };

export type DocumentHeaderProps = {
  company: string;
  title: ReactNode;
  /** The person the document is about. */
  subject?: string | undefined;
  /** Red, e.g. "for the manager only". */
  mark?: ReactNode;
  facts: readonly Fact[];
};

/** Company, title and what the document is about; stands once, at the top of page 1. */
export function DocumentHeader({ company, title, subject, mark, facts }: DocumentHeaderProps) {
  return (
    <header className="document-header">
      <div className="document-header-line">
        <span className="company">
          <SafeText text={company} />
        </span>
        {mark !== undefined && <strong className="mark">{mark}</strong>}
      </div>
      <h1>
        {title}
        {subject !== undefined && (
          <>
            {' '}
            <span className="subject">
              <SafeText text={subject} />
            </span>
          </>
        )}
      </h1>
      <Facts facts={facts} />
    </header>
  );
}

/** Pairs of label and value in columns. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ label, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: static markup is rendered once
        <div key={index}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export type SectionProps = { title: ReactNode; children: ReactNode; keepTogether?: boolean };

/** A numbered section; its title never stands alone at the foot of a page. */
export function Section({ title, children, keepTogether = false }: SectionProps) {
  return (
    <section className={keepTogether ? 'section together' : 'section'}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export type Column = {
  head: ReactNode;
  align?: 'start' | 'end';
  /** CSS width; the rest is shared. */
  width?: string;
};

export type TableProps = {
  caption?: string;
  columns: readonly Column[];
  rows: readonly (readonly ReactNode[])[];
  /** Stands once, at the end. */
  total?: readonly ReactNode[];
};

/** A table whose head repeats on every page and whose rows are never split. */
export function Table({ caption, columns, rows, total }: TableProps) {
  return (
    <table aria-label={caption}>
      <colgroup>
        {columns.map(({ width }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: static markup is rendered once
          <col key={index} style={width === undefined ? undefined : { width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ head, align }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: static markup is rendered once
            <th key={index} scope="col" className={align}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: static markup is rendered once
          <Row key={index} cells={cells} columns={columns} />
        ))}
        {total !== undefined && <Row cells={total} columns={columns} className="total" />}
      </tbody>
    </table>
  );
}

type RowProps = { cells: readonly ReactNode[]; columns: readonly Column[]; className?: string };

function Row({ cells, columns, className }: RowProps) {
  return (
    <tr className={className}>
      {cells.map((cell, index) => {
        const align = columns[index]?.align;
        return index === 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: static markup is rendered once
          <th key={index} scope="row" className={align}>
            {cell}
          </th>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: static markup is rendered once
          <td key={index} className={align}>
            {cell}
          </td>
        );
      })}
    </tr>
  );
}

export type Signatory = { role: ReactNode; name?: string | undefined };

export type SignaturesProps = {
  sentence: ReactNode;
  signatories: readonly Signatory[];
  labels: { signature: ReactNode; date: ReactNode };
  /** What stands below, e.g. the line for a refusal. */
  children?: ReactNode;
};

/** Lines to sign on; the block stands on one page. */
export function Signatures({ sentence, signatories, labels, children }: SignaturesProps) {
  return (
    <div className="signatures">
      <p>{sentence}</p>
      {signatories.map(({ role, name }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: static markup is rendered once
        <div key={index} className="signature">
          <span className="signatory">
            {role} {name !== undefined && <SafeText text={name} />}
          </span>
          <span className="signature-line">{labels.signature}</span>
          <span className="signature-date">{labels.date}</span>
        </div>
      ))}
      {children}
    </div>
  );
}

/** An empty box with lines to write on. */
export function RuledBox({ label, lines }: { label: ReactNode; lines: number }) {
  return (
    <div className="ruled-box">
      <p className="quiet">{label}</p>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: static markup is rendered once
        <div key={index} className="ruled-line" />
      ))}
    </div>
  );
}
