import { ActionIcon, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { usePresentation } from '#renderer/components/privacy/presentation.tsx';
import { RecordLink } from '#renderer/components/record-link.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import { type RiskDetail, riskLinkTarget } from '#shared/contract/risks.ts';
import classes from './risk-pane.module.css';

/** Deals, accounts and people that the risk is about. */
export function RiskLinks({ risk }: { risk: RiskDetail }) {
  const { t } = useTranslation('risks');
  const { mutate: unlink } = useMutation(api.risks.unlinkRisk.mutationOptions());
  return (
    <>
      {risk.links.length === 0 && <p className={classes['dim']}>{t('link.none')}</p>}
      <ul className={classes['lines']}>
        {risk.links.map(({ kind, id, name }) => (
          <li key={`${kind} ${id}`} className={classes['line']}>
            <span className={classes['dim']}>{t(`link.${kind}`)}</span>
            <span className={classes['text']}>
              <RecordLink kind={kind} id={id}>
                <Name>{name}</Name>
              </RecordLink>
            </span>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={t('link.remove', { name })}
              onClick={() => unlink({ id: risk.id, from: { kind, id } })}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <AddLink riskId={risk.id} />
    </>
  );
}

/** Finds a record as the palette does, by words or pinyin initials. */
function AddLink({ riskId }: { riskId: string }) {
  const { t } = useTranslation('risks');
  const { isPresenting } = usePresentation();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 150);
  const { mutate: link } = useMutation(api.risks.linkRisk.mutationOptions());
  const found = useQuery(
    api.search.find.queryOptions({
      input: { text: asked, limit: 20, isPresenting },
      enabled: asked.trim() !== '',
      placeholderData: keepPreviousData,
    }),
  );
  const hits = (found.data?.hits ?? []).filter(({ kind }) => isLinkable(kind));
  return (
    <Select
      size="xs"
      searchable
      aria-label={t('link.add')}
      placeholder={t('link.add')}
      value={null}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      data={hits.map(({ kind, id, title, note }) => ({
        value: `${kind} ${id}`,
        label: note === null ? title : `${title} · ${note}`,
      }))}
      onChange={(chosen) => {
        const [kind, id] = (chosen ?? '').split(' ');
        const target = riskLinkTarget.safeParse({ kind, id });
        if (target.success) link({ id: riskId, to: target.data });
        setText('');
      }}
    />
  );
}

function isLinkable(kind: string): boolean {
  return riskLinkTarget.shape.kind.safeParse(kind).success;
}
