import { Button, Drawer, Group, UnstyledButton } from '@mantine/core';
import { IconDownload, IconFileText } from '@tabler/icons-react';
import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { downloadDocument, loadDocument } from '#renderer/api/downloads.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { PdfPreview } from '#renderer/components/pdf/pdf-preview.tsx';
import { isForManagerOnly } from '#renderer/components/privacy/manager-document.ts';
import { Private } from '#renderer/components/privacy/private.tsx';
import { DataTable } from '#renderer/components/table/data-table.tsx';
import { firstView } from '#renderer/components/table/table-column.ts';
import { Name } from '#renderer/components/text/name.tsx';
import type { DocumentInfo } from '#shared/contract/documents.ts';
import { documentColumns } from './document-columns.tsx';
import classes from './documents-page.module.css';

const route = getRouteApi('/documents');

/** Every document that was made; none of them ever changes. */
export function DocumentsPage() {
  const { t } = useTranslation(['documents', 'common']);
  const { data } = useSuspenseQuery(api.documents.listDocuments.queryOptions({ input: {} }));
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (id?: string) => void navigate({ search: id === undefined ? {} : { open: id } });
  const opened = data.find(({ id }) => id === open);
  return (
    <PageFrame title={t('title')} isFlush={data.length > 0}>
      {data.length > 0 ? (
        <DocumentTable documents={data} onOpen={({ id }) => show(id)} />
      ) : (
        <EmptyState icon={IconFileText} title={t('empty.title')} body={t('empty.body')} />
      )}
      <Drawer
        opened={opened !== undefined}
        onClose={() => show()}
        position="right"
        size="min(860px, 90vw)"
        title={opened && <Name>{opened.name}</Name>}
      >
        {opened && <Shown document={opened} />}
      </Drawer>
    </PageFrame>
  );
}

type DocumentTableProps = {
  documents: readonly DocumentInfo[];
  onOpen(document: DocumentInfo): void;
};

function DocumentTable({ documents, onOpen }: DocumentTableProps) {
  const { t } = useTranslation(['documents', 'common']);
  const format = useFormat();
  const columns = useMemo(() => documentColumns(t, format), [t, format]);
  const [view, setView] = useState(() => firstView(columns));
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      view={view}
      onViewChange={setView}
      rows={documents}
      rowId={({ id }) => id}
      onOpen={onOpen}
    />
  );
}

/** What only the manager may see is not even fetched while presenting. */
function Shown({ document }: { document: DocumentInfo }) {
  const opened = <OpenedDocument document={document} />;
  return isForManagerOnly(document) ? <Private>{opened}</Private> : opened;
}

/** The document itself, with its fingerprint and the way to keep a file of it. */
function OpenedDocument({ document }: { document: DocumentInfo }) {
  const { t } = useTranslation(['documents', 'common']);
  const save = useMutation({ mutationFn: downloadDocument });
  const isPdf = document.mime === 'application/pdf';
  const { data: content = null } = useQuery({
    queryKey: ['document-content', document.id],
    queryFn: () => loadDocument(document),
    enabled: isPdf,
  });
  return (
    <div className={classes['opened']}>
      <Group justify="space-between" wrap="nowrap">
        <Fingerprint sha256={document.sha256} />
        <Button
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate(document)}
        >
          {t('save')}
        </Button>
      </Group>
      {isPdf ? (
        <PdfPreview label={document.name} content={content} />
      ) : (
        <p className={classes['hint']}>{t('noPreview')}</p>
      )}
    </div>
  );
}

/** Short at first; the whole of it when asked for, to compare. */
function Fingerprint({ sha256 }: { sha256: string }) {
  const { t } = useTranslation(['documents', 'common']);
  const [isWhole, setWhole] = useState(false);
  return (
    <UnstyledButton className={classes['hash'] ?? ''} onClick={() => setWhole(!isWhole)}>
      {t('fingerprint')} {isWhole ? sha256 : `${sha256.slice(0, 12)}…`}
    </UnstyledButton>
  );
}
