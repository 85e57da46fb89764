import type { ReactNode } from 'react';
import { type CoachingWords, coachingWords } from '#shared/i18n/coaching-words.ts';
import { createFormat, type Format } from '#shared/i18n/format.ts';
import { DocumentHeader } from '../furniture/blocks.tsx';
import { SafeText } from '../furniture/safe-text.tsx';
import { documentWords, type Words } from '../furniture/words.tsx';
import type { ReportPage } from '../render-report.tsx';
import { briefCss } from './brief-css.ts';
import type { BriefDocument } from './brief-document.ts';
import { Activity, Commitments, Numbers, Stuck, TopPoints } from './brief-parts.tsx';
import { Pipeline } from './brief-pipeline.tsx';

export type BriefTools = {
  document: BriefDocument;
  words: Words;
  facts: CoachingWords;
  format: Format;
};

/** The one-on-one brief on exactly one A4 page (coaching 5.1). */
export function briefPage(document: BriefDocument): ReportPage {
  const { language, brief } = document;
  const words = documentWords(language);
  const tools: BriefTools = {
    document,
    words,
    facts: coachingWords(language, brief.currency),
    format: createFormat(language, brief.currency),
  };
  return {
    language,
    title: words.text('facts:brief.title'),
    footer: words.text('facts:document.footer', {
      at: tools.format.dateTime(brief.asOf),
      reference: reference(document),
    }),
    css: briefCss,
    body: <Body tools={tools} />,
  };
}

/** Tells one printed brief from another: whose, and as of when. */
function reference({ brief }: BriefDocument): string {
  const moment = brief.asOf.slice(0, 16).replace(/[-:T]/g, '');
  return `B${moment}-${brief.person.id.slice(-4)}`;
}

function Body({ tools }: { tools: BriefTools }) {
  return (
    <>
      <Header tools={tools} />
      <TopPoints tools={tools} />
      <Numbers tools={tools} />
      <div className="halves">
        <div>
          <Commitments tools={tools} />
          <Activity tools={tools} />
        </div>
        <div>
          <Pipeline tools={tools} />
        </div>
      </div>
      <Stuck tools={tools} />
      <Grow tools={tools} />
    </>
  );
}

function Header({ tools: { document, words, format } }: { tools: BriefTools }) {
  const { brief, on, company } = document;
  const { person, cadence, last } = brief;
  const fact = (key: HeaderFact, value: ReactNode) => ({
    label: words.label(`facts:document.${key}`),
    value,
  });
  const role = [person.roleTitle, person.level, person.team].filter(Boolean).join(' · ');
  return (
    <DocumentHeader
      company={company}
      title={words.text('facts:brief.title')}
      subject={person.name}
      mark={words.text('facts:document.confidential')}
      facts={[
        fact('role', role === '' ? '–' : <SafeText text={role} />),
        fact('sessionNo', words.text('facts:document.number', { no: brief.sessionNo })),
        fact('on', format.date(on)),
        fact('last', last === null ? words.text('facts:brief.first') : format.date(last.on)),
        fact(
          'since',
          cadence.daysSince === null
            ? '–'
            : words.text('facts:document.days', {
                days: cadence.daysSince,
                every: cadence.everyDays,
              }),
        ),
        fact('cadence', words.text(`common:rhythm.${cadence.status}`)),
      ]}
    />
  );
}

/** As many lines as the page has room for; the rest is cut off. */
function WritingLines() {
  return (
    <div className="ruled" aria-hidden="true">
      {Array.from({ length: 24 }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: static markup is rendered once
        <div key={line} />
      ))}
    </div>
  );
}

type HeaderFact = 'role' | 'sessionNo' | 'on' | 'last' | 'since' | 'cadence';

/** One question for each step, and room to write. */
function Grow({ tools: { document, words } }: { tools: BriefTools }) {
  const { questions } = document.brief;
  const steps = ['goal', 'reality', 'options', 'will'] as const;
  return (
    <section className="grow">
      <h2>{words.label('facts:document.grow')}</h2>
      <dl>
        {steps.map((step) => (
          <div key={step}>
            <dt>
              {words.text(`coaching:letter.${step}`)} {words.text(`coaching:step.${step}`)}
            </dt>
            <dd className="clip2">
              <SafeText text={questions[step]?.text[document.language] ?? ''} />
            </dd>
            <WritingLines />
          </div>
        ))}
      </dl>
    </section>
  );
}
