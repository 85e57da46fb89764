import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useDealSlots } from '../deal-slots.tsx';
import classes from './deal.module.css';

/** The risks that name this deal, open and closed. */
export function DealRisks({ id }: { id: string }) {
  const { t } = useTranslation(['deals', 'risks']);
  const { record } = useDealSlots();
  const { data: register } = useQuery({
    ...api.risks.getRegister.queryOptions({
      input: { status: 'all', linkedTo: { kind: 'deal', id } },
    }),
    throwOnError: false,
    meta: { isPart: true },
  });
  if (register === undefined) return null;
  if (register.total === 0) return <p className={classes['dim']}>{t('deals:deal.noRisks')}</p>;
  return (
    <ul className={classes['reasons']}>
      {register.risks.map((risk) => (
        <li key={risk.id}>
          <span>
            {t('risks:reference', { number: risk.number })} {record('risk', risk.id, risk.title)}
          </span>
          <span className={classes['points']}>{t(`risks:status.${risk.status}`)}</span>
        </li>
      ))}
    </ul>
  );
}
