import type { ReactNode } from 'react';
import type { Language } from '#shared/contract/fields.ts';
import type { ExpectedTotal, RiskDetail, RiskScore, RiskStage } from '#shared/contract/risks.ts';
import type { CurrencyCode } from '#shared/domain/money/currency.ts';
import { riskLevel } from '#shared/domain/risks/risk-level.ts';
import { createFormat } from '#shared/i18n/format.ts';
import { DocumentHeader, Section, Table } from '../furniture/blocks.tsx';
import { SafeText } from '../furniture/safe-text.tsx';
import { documentWords, type Words } from '../furniture/words.tsx';
import type { ReportPage } from '../render-report.tsx';
import { HeatMap } from './heat-map.tsx';

/** The register as it goes to the manager's superior. */
export type RiskRegisterModel = {
  language: Language;
  currency: CurrencyCode;
  company: string;
  team: string;
  /** Whose register it is; owns every risk without an owner. */
  manager: string;
  asOf: string;
  /** In the order of attention. */
  risks: readonly RiskDetail[];
  expectedLoss: ExpectedTotal;
  expectedGain: ExpectedTotal;
};

const stages: readonly RiskStage[] = ['inherent', 'current', 'target'];

export function riskRegisterPage(model: RiskRegisterModel): ReportPage {
  const words = documentWords(model.language);
  return {
    language: model.language,
    title: words.text('risks:document.title'),
    footer: words.text('risks:document.footer', { team: model.team }),
    css,
    body: <Register model={model} words={words} />,
  };
}

const css = `
.maps { display: flex; gap: 5mm; }
.maps figure { flex: 1; margin: 0; break-inside: avoid; }
.maps svg { width: 100%; height: auto; }
.maps figcaption { font-weight: 600; margin-bottom: 1mm; }
.day { white-space: nowrap; }
`;

type Props = { model: RiskRegisterModel; words: Words };

function Register({ model, words }: Props) {
  const format = createFormat(model.language, model.currency);
  const count = model.risks.length;
  const { expectedLoss, expectedGain } = model;
  const written = ({ totalMinor, estimated, of }: ExpectedTotal) =>
    `${format.money(totalMinor)} · ${words.text('risks:emvBasis', { estimated, total: of })}`;
  return (
    <>
      <DocumentHeader
        company={model.company}
        title={words.text('risks:document.title')}
        facts={[
          { label: words.label('risks:owner.label'), value: <SafeText text={model.manager} /> },
          {
            label: words.label('risks:register'),
            value: words.text('risks:document.scope', { count, on: model.asOf }),
          },
          { label: words.label('risks:emv'), value: written(expectedLoss) },
          ...(expectedGain.of === 0
            ? []
            : [{ label: words.label('risks:gain'), value: written(expectedGain) }]),
        ]}
      />
      <Section title={words.label('risks:map')} keepTogether>
        <div className="maps">
          {stages.map((stage) => (
            <figure key={stage}>
              <figcaption>{words.text(`risks:stage.${stage}`)}</figcaption>
              <HeatMap
                scores={model.risks.map((risk) => risk[stage])}
                label={words.text(`risks:stage.${stage}`)}
                axes={{
                  probability: words.text('risks:axis.probability'),
                  impact: words.text('risks:axis.impact'),
                }}
              />
            </figure>
          ))}
        </div>
      </Section>
      <Section title={words.label('risks:document.top')}>
        <RiskTable model={model} words={words} />
      </Section>
      <Section title={words.label('risks:section.actions')}>
        <ActionTable model={model} words={words} />
      </Section>
      <Section title={words.label('risks:document.method')} keepTogether>
        <p>{words.text('risks:document.methodText')}</p>
      </Section>
    </>
  );
}

function RiskTable({ model, words }: Props) {
  const isChinese = model.language === 'zh-CN';
  const format = createFormat(model.language, model.currency);
  const dates = createFormat(model.language, model.currency);
  return (
    <Table
      caption={words.text('risks:document.top')}
      columns={[
        { head: words.label('risks:field.number'), width: '11mm' },
        { head: words.label('risks:field.title') },
        { head: words.label('risks:document.movement'), width: '28mm' },
        { head: words.label('risks:field.emv'), align: 'end', width: '24mm' },
        { head: words.label('risks:field.treatment'), width: '16mm' },
        { head: words.label('risks:field.owner'), width: isChinese ? '18mm' : '25mm' },
        { head: words.label('risks:field.nextReview'), width: isChinese ? '31mm' : '24mm' },
      ]}
      rows={model.risks.map((risk) => [
        words.text('risks:reference', { number: risk.number }),
        <Title key="title" risk={risk} words={words} />,
        stages.map((stage) => levelWord(risk[stage], words)).join(' → '),
        risk.emvMinor === null ? '–' : `${gainSign(risk)}${format.money(risk.emvMinor)}`,
        words.text(`risks:treatment.${risk.treatment ?? 'none'}`),
        <SafeText key="owner" text={risk.ownerName ?? model.manager} />,
        <Day key="review" on={dates.date(risk.nextReviewOn)} />,
      ])}
    />
  );
}

const gainSign = ({ kind }: RiskDetail) => (kind === 'opportunity' ? '+' : '');

function Title({ risk, words }: { risk: RiskDetail; words: Words }): ReactNode {
  return (
    <>
      <strong>
        <SafeText text={risk.title} />
      </strong>
      <div className="quiet">
        {risk.kind === 'opportunity' && `${words.text('risks:kind.opportunity')} · `}
        {words.text(`risks:category.${risk.category}`)} ·{' '}
        {words.text(`risks:status.${risk.status}`)}
      </div>
      {risk.consequence !== '' && <SafeText text={risk.consequence} />}
    </>
  );
}

/** A day never breaks. */
function Day({ on }: { on: string }) {
  return <span className="day">{on}</span>;
}

function levelWord(score: RiskScore | null, words: Words): string {
  return words.text(`risks:level.${score === null ? 'none' : riskLevel(score)}`);
}

function ActionTable({ model, words }: Props) {
  const dates = createFormat(model.language, model.currency);
  const rows = model.risks.flatMap((risk) =>
    risk.actions
      .filter((action) => action.status === 'open')
      .map((action) => [
        words.text('risks:reference', { number: risk.number }),
        <SafeText key="text" text={action.text} />,
        <SafeText key="owner" text={action.ownerName ?? model.manager} />,
        action.dueOn === null ? '–' : <Day key="due" on={dates.date(action.dueOn)} />,
        action.isOverdue ? words.text('risks:action.overdue') : '',
      ]),
  );
  if (rows.length === 0) return <p>{words.text('risks:document.noActions')}</p>;
  return (
    <Table
      caption={words.text('risks:section.actions')}
      columns={[
        { head: words.label('risks:field.number'), width: '14mm' },
        { head: words.label('risks:action.text') },
        { head: words.label('risks:action.owner'), width: '28mm' },
        { head: words.label('risks:action.due'), width: '33mm' },
        { head: '', width: '18mm' },
      ]}
      rows={rows}
    />
  );
}
