import { Select } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeskFile } from '#shared/contract/imports-desk.ts';
import { delimiter, textEncoding } from '#shared/contract/imports-desk.ts';
import { useChangeDesk } from '../use-desk.ts';
import classes from './files.module.css';

type TextFile = { file: DeskFile; text: NonNullable<DeskFile['text']> };

/** How the bytes are read. Each way shows what the file says in it, which tells more than its name. */
export function EncodingChoice({ file, text }: TextFile) {
  const { t } = useTranslation('imports');
  const change = useChangeDesk();
  const sampleOf = (encoding: string) =>
    text.choices.find((choice) => choice.encoding === encoding)?.sample ?? '';
  return (
    <>
      <Select
        size="xs"
        aria-label={t('files.encodingOf', { name: file.name })}
        value={text.encoding}
        data={textEncoding.options.map((value) => ({ value, label: t(`encoding.${value}`) }))}
        comboboxProps={{ width: 340, position: 'bottom-start' }}
        renderOption={({ option }) => (
          <span className={classes['option']}>
            {option.label}
            <bdi className={classes['sample']}>{sampleOf(option.value)}</bdi>
          </span>
        )}
        onChange={(value) =>
          void change({ kind: 'encoding', fileId: file.id, encoding: textEncoding.parse(value) })
        }
      />
      {!text.isSure && (
        <span className={classes['unsure']}>
          <IconAlertTriangle size={13} aria-hidden />
          {t('files.encodingUnsure')}
        </span>
      )}
    </>
  );
}

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

export function DelimiterChoice({ file, text }: TextFile) {
  const { t } = useTranslation('imports');
  const change = useChangeDesk();
  return (
    <Select
      size="xs"
      aria-label={t('files.delimiterOf', { name: file.name })}
      value={text.delimiter}
      data={delimiter.options.map((value) => ({
        value,
        label: t(`delimiter.${delimiterNames[value]}`),
      }))}
      onChange={(value) =>
        void change({ kind: 'delimiter', fileId: file.id, delimiter: delimiter.parse(value) })
      }
    />
  );
}
