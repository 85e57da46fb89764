import type { Brief } from '#shared/contract/coaching-brief.ts';
import type { DocumentInfo } from '#shared/contract/documents.ts';
import type { Language } from '#shared/contract/fields.ts';
import { createTranslator } from '#shared/i18n/index.ts';
import { AppError } from '../../../app-error.ts';
import { localDateOf } from '../../../clock.ts';
import { briefDocument } from '../../../reports/brief/brief-document.ts';
import { briefPage } from '../../../reports/brief/brief-page.tsx';
import { printReport } from '../../../reports/render-report.tsx';
import type { QueryContext, TaskContext } from '../../../rpc/context.ts';
import { keepDocument, pdfFile } from '../../documents/document.service.ts';
import { getSettings } from '../../settings/settings.service.ts';
import { findSessionRow } from '../sessions/session.repository.ts';
import { findNextSession } from '../sessions/session.service.ts';
import { storedSnapshot } from '../sessions/session-snapshot.ts';
import { getBrief } from './brief.service.ts';
import { withPrivacyOfNow } from './brief-privacy.ts';

export type BriefOrder = {
  personId: string;
  /** The brief frozen with this session; the one of now without. */
  sessionId: string | null;
  language: Language;
};

/** Prints the brief on one page, without anything private, and keeps it. */
export async function printBrief(context: TaskContext, order: BriefOrder): Promise<DocumentInfo> {
  const { language, personId, sessionId } = order;
  const { brief, on, company } = await context.read((query) => readBrief(query, order));
  const page = briefPage(briefDocument(brief, { language, company, on }));
  const bytes = await printReport(page, context.platform);
  const title = createTranslator(language)('facts:brief.title');
  return keepDocument(context, {
    kind: 'brief',
    nameParts: [on, title, brief.person.name],
    ...pdfFile,
    bytes,
    language,
    copy: null,
    personId,
    subjectId: sessionId,
  });
}

type Read = { brief: Brief; on: string; company: string };

async function readBrief(
  context: QueryContext,
  { personId, sessionId }: BriefOrder,
): Promise<Read> {
  const { companyName: company } = await getSettings(context);
  if (sessionId === null) {
    const next = await findNextSession(context, personId);
    const on = next === null ? context.today : localDateOf(new Date(next.scheduledAt));
    return { brief: await getBrief(context, { personId, session: next }), on, company };
  }
  const row = await findSessionRow(context.db, sessionId);
  if (!row?.prep_snapshot_json || row.person_id !== personId) throw new AppError('not_found');
  const snapshot = storedSnapshot.read(row.prep_snapshot_json);
  const on = localDateOf(new Date(row.started_at ?? row.scheduled_at));
  const brief = await withPrivacyOfNow(context.db, snapshot.brief, sessionId);
  return { brief, on, company };
}
