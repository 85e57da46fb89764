import { Checkbox, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { type ImportDesk, importMode } from '#shared/contract/imports-desk.ts';
import { useChangeDesk } from '../use-desk.ts';
import classes from './check.module.css';
import { dayOf, momentOf } from './data-day.ts';

/** What holds for the import as a whole. */
export function ImportOptions({ desk }: { desk: ImportDesk }) {
  const { t } = useTranslation('imports');
  const change = useChangeDesk();
  return (
    <section className={classes['options']} aria-label={t('options.title')}>
      <Radio.Group
        label={t('options.mode')}
        value={desk.mode}
        onChange={(mode) => void change({ kind: 'options', mode: importMode.parse(mode) })}
      >
        {importMode.options.map((mode) => (
          <Radio key={mode} mt={6} size="xs" value={mode} label={t(`options.modes.${mode}`)} />
        ))}
      </Radio.Group>
      <div>
        <DayField
          label={t('options.dataAsOf')}
          isClearable={false}
          value={dayOf(desk.dataAsOf)}
          onChange={(on) => {
            if (on !== null) void change({ kind: 'options', dataAsOf: momentOf(on, new Date()) });
          }}
        />
        <p className={classes['hint']}>{t('options.dataAsOfHint')}</p>
      </div>
      <Checkbox
        size="xs"
        label={t('options.createsMissing')}
        checked={desk.createsMissing}
        onChange={({ currentTarget }) =>
          void change({ kind: 'options', createsMissing: currentTarget.checked })
        }
      />
      <Checkbox
        size="xs"
        label={t('options.clearsEmpty')}
        checked={desk.clearsEmpty}
        onChange={({ currentTarget }) =>
          void change({ kind: 'options', clearsEmpty: currentTarget.checked })
        }
      />
      {desk.rules.length > 0 && <Rules desk={desk} />}
      {desk.fixCount > 0 && (
        <p className={classes['dim']}>{t('options.fixes', { count: desk.fixCount })}</p>
      )}
    </section>
  );
}

function Rules({ desk }: { desk: ImportDesk }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const change = useChangeDesk();
  return (
    <fieldset className={classes['rules']}>
      <legend>{t('options.rules')}</legend>
      {desk.rules.map(({ rule, isOn, count }) => (
        <Checkbox
          key={rule}
          size="xs"
          mt={6}
          label={t(`rules.${rule}`, { shown: format.number(count) })}
          checked={isOn}
          onChange={({ currentTarget }) =>
            void change({ kind: 'rule', rule, isOn: currentTarget.checked })
          }
        />
      ))}
    </fieldset>
  );
}
