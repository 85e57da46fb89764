import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import type { NoteCode } from '#shared/contract/imports-desk.ts';
import type { ImportEntity, ImportField } from '#shared/contract/imports-fields.ts';
import { fieldKind } from '#shared/domain/imports/import-fields.ts';

/** Fields, notes and cells of an import as the manager reads them. */
export function useImportWords() {
  const translation = useTranslation('imports');
  const format = useFormat();
  const t = translation.t as unknown as (key: string, values?: object) => string; // the key is made up at run time
  return {
    field: (entity: ImportEntity, field: ImportField) => t(`fields.${entity}.${field}`),
    /** @param detail empty where all notes of a kind are meant */
    note: (code: NoteCode, detail = '…') => t(`notes.${code}`, { detail }),
    cell(entity: ImportEntity, field: ImportField, value: string | number | null): string {
      if (value === null || value === '') return t('common:none');
      const kind = fieldKind(entity, field);
      if (kind === 'amount' && typeof value === 'number') return format.money(value);
      if (kind === 'date' && typeof value === 'string') return day(value, format.date);
      if (kind === 'flag') return t(value === 1 || value === 'true' ? 'common:yes' : 'common:no');
      return String(value);
    },
  };
}

/** Moments show as they are written. */
function day(value: string, format: (on: string) => string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? format(value) : value;
}
