import type { TFunction } from 'i18next';
import type { TableColumn } from '#renderer/components/table/table-column.ts';
import { Name } from '#renderer/components/text/name.tsx';
import type { DocumentInfo } from '#shared/contract/documents.ts';
import type { Format } from '#shared/i18n/format.ts';

type Words = TFunction<'documents'>;
type Column = TableColumn<DocumentInfo>;

export function documentColumns(t: Words, format: Format): Column[] {
  return [...namingColumns(t), ...kindColumns(t), ...fileColumns(t, format)];
}

function namingColumns(t: Words): Column[] {
  return [
    {
      id: 'name',
      title: t('column.name'),
      value: ({ name }) => name,
      cell: ({ name }) => <Name>{name}</Name>,
      width: 290,
      isPinned: true,
    },
    {
      id: 'person',
      title: t('column.person'),
      value: ({ personName }) => personName,
      cell: ({ personName }) => personName !== null && <Name>{personName}</Name>,
      width: 120,
      canGroup: true,
    },
  ];
}

function kindColumns(t: Words): Column[] {
  return [
    {
      id: 'kind',
      title: t('column.kind'),
      value: ({ kind }) => t(`kind.${kind}`),
      width: 154,
      canGroup: true,
    },
    {
      id: 'copy',
      title: t('column.copy'),
      value: ({ copy }) => (copy === null ? null : t(`copy.${copy}`)),
      width: 124,
      canGroup: true,
    },
    {
      id: 'language',
      title: t('column.language'),
      value: ({ language }) => t(`language.${language}`),
      width: 90,
      canGroup: true,
    },
  ];
}

function fileColumns(t: Words, format: Format): Column[] {
  return [
    {
      id: 'size',
      title: t('column.size'),
      value: ({ sizeBytes }) => sizeBytes,
      cell: ({ sizeBytes }) => t('size', { kilobytes: format.number(Math.ceil(sizeBytes / 1024)) }),
      width: 84,
      align: 'end',
    },
    {
      id: 'made',
      title: t('column.made'),
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => format.dateTime(createdAt),
      width: 186,
    },
  ];
}
