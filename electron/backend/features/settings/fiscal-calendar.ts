import type { FiscalCalendar } from '#shared/domain/dates/fiscal.ts';
import type { ReadDb } from '../../database/db.ts';
import { getSettings } from './settings.service.ts';

/** The fiscal calendar of the workspace; a year is named after the one it starts in. */
export async function getFiscalCalendar(context: { db: ReadDb }): Promise<FiscalCalendar> {
  const { fiscalYearStartMonth } = await getSettings(context);
  return { startMonth: fiscalYearStartMonth, yearNamedBy: 'start' };
}
