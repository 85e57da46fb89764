import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { RecordLink } from '#renderer/components/record-link.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { RiskLinkTarget, RiskRegister } from '#shared/contract/risks.ts';
import { AddRiskDialog } from '../add-risk-dialog.tsx';
import { LevelBadge } from '../level-badge.tsx';
import classes from './linked-risks.module.css';

/** The risks that name a record, open and closed, and the way to enter another. */
export function LinkedRisks({ to }: { to: RiskLinkTarget }) {
  const { t } = useTranslation('risks');
  const [isAdding, setAdding] = useState(false);
  const { data: register } = useQuery({
    ...api.risks.getRegister.queryOptions({ input: { status: 'all', linkedTo: to } }),
    throwOnError: false,
  });
  if (register === undefined) return null;
  return (
    <>
      {register.total === 0 ? (
        <p className={classes['none']}>{t('linked.none')}</p>
      ) : (
        <Lines register={register} />
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => setAdding(true)}
      >
        {t('add')}
      </Button>
      <AddRiskDialog
        isOpen={isAdding}
        links={[to]}
        onClose={() => setAdding(false)}
        onAdded={() => undefined}
      />
    </>
  );
}

function Lines({ register }: { register: RiskRegister }) {
  const { t } = useTranslation('risks');
  return (
    <ul className={classes['lines']}>
      {register.risks.map((risk) => (
        <li key={risk.id} className={classes['line']}>
          <span className={classes['title']} title={risk.title}>
            {t('reference', { number: risk.number })}{' '}
            <RecordLink kind="risk" id={risk.id}>
              <Name>{risk.title}</Name>
            </RecordLink>
          </span>
          <span className={classes['status']}>{t(`status.${risk.status}`)}</span>
          <LevelBadge score={risk.current} />
        </li>
      ))}
    </ul>
  );
}
