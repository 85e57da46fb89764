import { Button, Table, VisuallyHidden } from '@mantine/core';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { Name } from '#renderer/components/text/name.tsx';
import type { ImportProfile } from '#shared/contract/imports.ts';
import classes from './files.module.css';

/** Mappings that are used again for files with the same headings; each can be forgotten. */
export function ProfileList() {
  const { t } = useTranslation('imports');
  const { data: profiles } = useSuspenseQuery(api.imports.listProfiles.queryOptions());
  if (profiles.length === 0) return null;
  return (
    <section>
      <h2>{t('profiles.title')}</h2>
      <p className={classes['explain']}>{t('profiles.explain')}</p>
      <Table aria-label={t('profiles.title')} className={classes['table'] ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('profiles.name')}</Table.Th>
            <Table.Th w={150}>{t('files.column.entity')}</Table.Th>
            <Table.Th className={classes['figure'] ?? ''}>{t('profiles.columns')}</Table.Th>
            <Table.Th w={200}>{t('profiles.usedAt')}</Table.Th>
            <Table.Th w={90}>
              <VisuallyHidden>{t('profiles.forget')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {profiles.map((profile) => (
            <ProfileRow key={profile.id} profile={profile} />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function ProfileRow({
  profile: { id, name, entity, columns, usedAt },
}: {
  profile: ImportProfile;
}) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const forget = useMutation(api.imports.forgetProfile.mutationOptions());
  return (
    <Table.Tr>
      <Table.Td>
        <Name>{name}</Name>
      </Table.Td>
      <Table.Td>{t(`entities.${entity}`)}</Table.Td>
      <Table.Td className={classes['figure'] ?? ''}>{format.number(columns)}</Table.Td>
      <Table.Td>{format.dateTime(usedAt)}</Table.Td>
      <Table.Td>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('profiles.forgetOf', { name })}
          loading={forget.isPending}
          onClick={() => forget.mutate({ id })}
        >
          {t('profiles.forget')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
