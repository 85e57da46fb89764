import { Button, FileButton, Progress } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { Name } from '#renderer/components/text/name.tsx';
import type { DeskProgress } from '#shared/contract/imports-desk.ts';
import { addFiles } from '../add-files.ts';
import { type Incoming, stopReceiving, useIncoming } from '../incoming-files.ts';
import classes from './files.module.css';

export type FileDropProps = { isFirst: boolean; progress: DeskProgress | null };

/** Where files go; the whole page takes them, this says so. */
export function FileDrop({ isFirst, progress }: FileDropProps) {
  const { t } = useTranslation('imports');
  const incoming = useIncoming();
  const isReading = progress?.phase === 'reading';
  return (
    <section className={classes['drop']} data-first={isFirst} aria-label={t('files.drop')}>
      {incoming !== null || isReading ? (
        <Coming incoming={incoming} isReading={isReading} permille={progress?.permille ?? 0} />
      ) : (
        <>
          <IconFileSpreadsheet size={isFirst ? 32 : 20} stroke={1.4} aria-hidden />
          <p className={classes['dropText']}>{t(isFirst ? 'files.dropFirst' : 'files.dropMore')}</p>
          <ChooseFiles isFirst={isFirst} />
          {isFirst && <p className={classes['hint']}>{t('files.hint')}</p>}
        </>
      )}
    </section>
  );
}

function ChooseFiles({ isFirst }: { isFirst: boolean }) {
  const { t } = useTranslation('imports');
  return (
    <FileButton
      multiple
      accept=".csv,.tsv,.txt,.xlsx,.xlsm,.xls,.xlsb,text/csv,text/plain"
      onChange={(files) => void addFiles(files)}
    >
      {(props) => (
        <Button {...props} variant={isFirst ? 'filled' : 'default'}>
          {t('files.choose')}
        </Button>
      )}
    </FileButton>
  );
}

type ComingProps = { incoming: Incoming | null; isReading: boolean; permille: number };

function Coming({ incoming, isReading, permille }: ComingProps) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const share = isReading ? permille / 1000 : (incoming?.share ?? 0);
  const label = t(isReading ? 'phase.reading' : 'files.coming');
  return (
    <>
      <output className={classes['dropText']}>
        {label} {incoming !== null && <Name>{incoming.name}</Name>}
      </output>
      <Progress.Root w={320}>
        <Progress.Section
          value={share * 100}
          aria-label={label}
          aria-valuetext={format.percent(share)}
        />
      </Progress.Root>
      {!isReading && (
        <Button variant="subtle" size="compact-sm" onClick={stopReceiving}>
          {t('files.stop')}
        </Button>
      )}
    </>
  );
}
