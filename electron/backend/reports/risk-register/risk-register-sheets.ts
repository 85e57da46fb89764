import type { RiskDetail, RiskScore } from '#shared/contract/risks.ts';
import { riskLevel } from '#shared/domain/risks/risk-level.ts';
import { documentWords, type Words } from '../furniture/words.tsx';
import type { Sheet, SheetColumn, SheetValue } from '../sheet.ts';
import type { RiskRegisterModel } from './risk-register-page.tsx';

/** Method, register and actions, each on a sheet of its own. */
export function riskRegisterSheets(model: RiskRegisterModel): Sheet[] {
  const words = documentWords(model.language);
  return [registerSheet(model, words), actionSheet(model, words), methodSheet(model, words)];
}

type RiskColumn = SheetColumn & { value(risk: RiskDetail): SheetValue };

function registerSheet(model: RiskRegisterModel, words: Words): Sheet {
  const columns = [...factColumns(model, words), ...scoreColumns(words), ...moneyColumns(words)];
  return {
    name: words.text('risks:document.sheetRegister'),
    currency: model.currency,
    columns,
    rows: model.risks.map((risk) => columns.map((column) => column.value(risk))),
  };
}

function factColumns({ manager }: RiskRegisterModel, words: Words): RiskColumn[] {
  const text = (
    field: 'title' | 'cause' | 'event' | 'consequence' | 'existingControls' | 'contingency',
  ): RiskColumn => ({
    heading: words.text(`risks:field.${field}`),
    kind: 'text',
    value: (risk) => risk[field],
  });
  const word = (
    field: 'kind' | 'category' | 'status',
    value: (risk: RiskDetail) => string,
  ): RiskColumn => ({ heading: words.text(`risks:field.${field}`), kind: 'text', value });
  return [
    {
      heading: words.text('risks:field.number'),
      kind: 'text',
      width: 8,
      value: ({ number }) => words.text('risks:reference', { number }),
    },
    text('title'),
    word('kind', ({ kind }) => words.text(`risks:kind.${kind}`)),
    word('category', ({ category }) => words.text(`risks:category.${category}`)),
    word('status', ({ status }) => words.text(`risks:status.${status}`)),
    {
      heading: words.text('risks:field.owner'),
      kind: 'text',
      value: ({ ownerName }) => ownerName ?? manager,
    },
    text('cause'),
    text('event'),
    text('consequence'),
    text('existingControls'),
    text('contingency'),
    {
      heading: words.text('risks:field.links'),
      kind: 'text',
      value: ({ links }) => links.map((link) => link.name).join('\n'),
    },
  ];
}

function scoreColumns(words: Words): RiskColumn[] {
  return (['inherent', 'current', 'target'] as const).flatMap((stage) => {
    const name = words.text(`risks:stage.${stage}`);
    const part = (axis: 'probability' | 'impact'): RiskColumn => ({
      heading: `${name} · ${words.text(`risks:axis.${axis}`)}`,
      kind: 'number',
      value: (risk) => risk[stage]?.[axis] ?? null,
    });
    return [
      part('probability'),
      part('impact'),
      {
        heading: `${name} · ${words.text('risks:field.level')}`,
        kind: 'text',
        width: 10,
        value: (risk) => levelWord(risk[stage], words),
      },
    ];
  });
}

function levelWord(score: RiskScore | null, words: Words): string {
  return words.text(`risks:level.${score === null ? 'none' : riskLevel(score)}`);
}

function moneyColumns(words: Words): RiskColumn[] {
  const column = (
    heading: string,
    kind: SheetColumn['kind'],
    value: RiskColumn['value'],
  ): RiskColumn => ({ heading, kind, value });
  const field = (name: 'probabilityShare' | 'loss' | 'emv' | 'gain' | 'treatment' | 'nextReview') =>
    words.text(`risks:field.${name}`);
  const expected = (of: RiskDetail['kind']) => (risk: RiskDetail) =>
    risk.kind === of ? risk.emvMinor : null;
  return [
    column(field('probabilityShare'), 'share', ({ probabilityBp }) => probabilityBp),
    column(field('loss'), 'money', ({ lossMinor }) => lossMinor),
    column(field('emv'), 'money', expected('threat')),
    column(field('gain'), 'money', expected('opportunity')),
    column(field('treatment'), 'text', ({ treatment }) =>
      words.text(`risks:treatment.${treatment ?? 'none'}`),
    ),
    column(field('nextReview'), 'date', ({ nextReviewOn }) => nextReviewOn),
  ];
}

function actionSheet({ risks, manager, currency }: RiskRegisterModel, words: Words): Sheet {
  return {
    name: words.text('risks:document.sheetActions'),
    currency,
    columns: [
      { heading: words.text('risks:field.number'), kind: 'text', width: 8 },
      { heading: words.text('risks:action.text'), kind: 'text', width: 48 },
      { heading: words.text('risks:action.owner'), kind: 'text' },
      { heading: words.text('risks:action.due'), kind: 'date' },
      { heading: words.text('risks:field.status'), kind: 'text' },
    ],
    rows: risks.flatMap((risk) =>
      risk.actions.map((action) => [
        words.text('risks:reference', { number: risk.number }),
        action.text,
        action.ownerName ?? manager,
        action.dueOn,
        words.text(`risks:action.status.${action.status}`),
      ]),
    ),
  };
}

function methodSheet({ currency }: RiskRegisterModel, words: Words): Sheet {
  const scale = (['probability', 'impact'] as const).flatMap((axis) =>
    (['1', '2', '3', '4', '5'] as const).map((step) => [
      words.text(`risks:axis.${axis}`),
      Number(step),
      words.text(`risks:${axis}.${step}`),
      words.text(`risks:${axis}Hint.${step}`),
    ]),
  );
  return {
    name: words.text('risks:document.sheetMethod'),
    currency,
    columns: [
      { heading: words.text('risks:document.scale'), kind: 'text' },
      { heading: '', kind: 'number' },
      { heading: '', kind: 'text' },
      { heading: words.text('risks:document.method'), kind: 'text', width: 60 },
    ],
    rows: [['', null, '', words.text('risks:document.methodText')], ...scale],
  };
}
