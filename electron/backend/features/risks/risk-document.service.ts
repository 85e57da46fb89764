import type { z } from 'zod';
import type { DocumentInfo } from '#shared/contract/documents.ts';
import type { Language } from '#shared/contract/fields.ts';
import type { RiskDetail, riskFilter } from '#shared/contract/risks.ts';
import { createTranslator } from '#shared/i18n/index.ts';
import { printReport } from '../../reports/render-report.tsx';
import {
  type RiskRegisterModel,
  riskRegisterPage,
} from '../../reports/risk-register/risk-register-page.tsx';
import { riskRegisterSheets } from '../../reports/risk-register/risk-register-sheets.ts';
import { toXlsx } from '../../reports/xlsx.ts';
import type { QueryContext, TaskContext } from '../../rpc/context.ts';
import { keepDocument, type NewDocument, pdfFile } from '../documents/document.service.ts';
import { getSettings } from '../settings/settings.service.ts';
import { getRegister } from './risk-register.service.ts';
import { readDetail } from './risk-view.ts';

type Order = { filter: z.output<typeof riskFilter>; language: Language };

/** Prints the register under a filter and keeps the PDF. */
export async function printRegister(context: TaskContext, order: Order): Promise<DocumentInfo> {
  const model = await context.read((query) => readModel(query, order));
  const bytes = await printReport(riskRegisterPage(model), context.platform);
  return keepDocument(context, { ...registerFile(model), ...pdfFile, bytes });
}

/** Writes the register under a filter as a workbook and keeps it. */
export async function exportRegister(context: TaskContext, order: Order): Promise<DocumentInfo> {
  const model = await context.read((query) => readModel(query, order));
  const bytes = await toXlsx(riskRegisterSheets(model));
  return keepDocument(context, { ...registerFile(model), ...workbookFile, bytes });
}

const workbookFile = {
  extension: 'xlsx',
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

async function readModel(context: QueryContext, order: Order): Promise<RiskRegisterModel> {
  const settings = await getSettings(context);
  const register = await getRegister(context, order.filter);
  const risks: RiskDetail[] = [];
  for (const { id } of register.risks) {
    const detail = await readDetail(context.db, { id, today: context.today });
    if (detail !== undefined) risks.push(detail);
  }
  return {
    language: order.language,
    currency: settings.currency,
    company: settings.companyName,
    team: settings.teamName,
    manager: settings.managerName,
    asOf: register.asOf,
    risks,
    expectedLoss: register.expectedLoss,
    expectedGain: register.expectedGain,
  };
}

type RegisterFile = Omit<NewDocument, 'extension' | 'mime' | 'bytes'>;

function registerFile({ language, asOf }: RiskRegisterModel): RegisterFile {
  const name = createTranslator(language)('risks:document.name');
  const nameParts = [asOf, name];
  return {
    kind: 'risk_register',
    nameParts,
    language,
    copy: null,
    personId: null,
    subjectId: null,
  };
}
