import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeskSheet } from '#shared/contract/imports-desk.ts';
import { importEntity } from '#shared/contract/imports-fields.ts';
import { useChangeDesk } from '../use-desk.ts';

const leftOut = 'none';

/** What the rows of a sheet are about. */
export function EntityChoice({ sheet }: { sheet: DeskSheet }) {
  const { t } = useTranslation('imports');
  const change = useChangeDesk();
  return (
    <Select
      size="xs"
      aria-label={t('files.entityOf', { name: sheet.name })}
      value={sheet.entity ?? leftOut}
      data={[...importEntity.options, leftOut].map((value) => ({
        value,
        label: t(`entities.${value === leftOut ? leftOut : importEntity.parse(value)}`),
      }))}
      onChange={(value) =>
        void change({
          kind: 'entity',
          sheetId: sheet.id,
          entity: value === leftOut ? null : importEntity.parse(value),
        })
      }
    />
  );
}
