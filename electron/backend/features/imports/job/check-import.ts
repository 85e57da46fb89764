import type { DeskCurrency } from '#shared/contract/imports-desk.ts';
import type { ReadDb } from '../../../database/db.ts';
import { openReadDatabase } from '../../../database/open-database.ts';
import { jobPlatform } from '../../../jobs/job-platform.ts';
import { listPipelines } from '../../deals/stages/pipeline.service.ts';
import type { NameKind } from '../applying/known-names.ts';
import { dryWriter } from '../applying/record-writer.ts';
import { runImport } from '../applying/run-import.ts';
import type { ImportChoices } from '../planning/desk-choices.ts';
import { proposeNames } from '../planning/propose-names.ts';
import { proposePipelines } from '../planning/propose-pipelines.ts';
import { proposeRules } from '../planning/propose-rules.ts';
import { type Survey, survey } from '../planning/survey.ts';
import type { ImportPlan } from '../rows/import-plan.ts';
import { ImportReport } from '../rows/import-report.ts';
import type { Progress } from './do-import-work.ts';
import type { CheckResult, CheckWork } from './import-work.ts';
import { rowProgress } from './row-progress.ts';

/** What an import would do, and what has to be decided for it. Writes nothing. */
export async function checkImport(work: CheckWork, progress: Progress): Promise<CheckResult> {
  const read = openReadDatabase(work.target);
  try {
    return await read.transaction().execute((db) => check(db, work, progress));
  } finally {
    await read.destroy();
  }
}

async function check(db: ReadDb, work: CheckWork, progress: Progress): Promise<CheckResult> {
  const found =
    work.survey ?? (await survey(work.plan, rowProgress(work.plan, progress, [0, 0.4])));
  const proposal = await propose(db, work, found);
  const plan = settlePlan(work.plan, proposal);
  const report = new ImportReport();
  const platform = jobPlatform(plan.now);
  await runImport({
    plan,
    db,
    platform,
    report,
    writer: dryWriter,
    savePipeline: async () => ({ id: platform.newId() }),
    advance: rowProgress(plan, progress, [0.4, 1]),
  });
  return { survey: found, ...proposal, check: report.check(), problems: report.problems };
}

type Proposal = Pick<CheckResult, 'pipelines' | 'names' | 'rules' | 'currencies'>;

async function propose(
  db: ReadDb,
  { choices, fallbackName }: CheckWork,
  found: Survey,
): Promise<Proposal> {
  const known = await listPipelines({ db });
  const pipelines = proposePipelines({ survey: found, known, choices, fallbackName });
  const names = proposeNames(found, { known: await knownNames(db), choices });
  const hasPrices = await hasPriceList(db);
  const rules = proposeRules(found, { pipelines, choices, hasPrices });
  return { pipelines, names, rules, currencies: proposeCurrencies(found, choices) };
}

function proposeCurrencies({ currencies }: Survey, { rates }: ImportChoices): DeskCurrency[] {
  return currencies
    .filter(({ code }) => /^[A-Z]{3}$/.test(code))
    .map(({ code, count }) => ({
      code,
      count,
      rate: rates.find((choice) => choice.code === code)?.rate ?? null,
    }));
}

/** The plan with everything decided. */
export function settlePlan(plan: ImportPlan, proposal: Proposal): ImportPlan {
  return {
    ...plan,
    pipelines: proposal.pipelines,
    names: proposal.names,
    rules: proposal.rules.filter(({ isOn }) => isOn).map(({ rule }) => rule),
    rates: Object.fromEntries(
      proposal.currencies.flatMap(({ code, rate }) => (rate === null ? [] : [[code, rate]])),
    ),
  };
}

async function knownNames(db: ReadDb): Promise<Record<NameKind, string[]>> {
  const names = async (table: NameKind) => {
    const rows = await db
      .selectFrom(table)
      .select('name')
      .where('deleted_at', 'is', null)
      .execute();
    return rows.map(({ name }) => name);
  };
  return {
    person: await names('person'),
    account: await names('account'),
    product: await names('product'),
  };
}

async function hasPriceList(db: ReadDb): Promise<boolean> {
  const row = await db
    .selectFrom('product')
    .select('id')
    .where('list_price_minor', 'is not', null)
    .where('deleted_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
