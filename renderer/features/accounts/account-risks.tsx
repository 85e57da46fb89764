import { useTranslation } from 'react-i18next';
import classes from './account-pane.module.css';
import type { AccountSlots } from './account-slots.ts';
import { useLinkedRisks } from './use-linked-risks.ts';

/** The risks that name this account. */
export function AccountRisks({ id, slots }: { id: string; slots: AccountSlots }) {
  const { t } = useTranslation(['accounts', 'risks']);
  const register = useLinkedRisks(id);
  if (register === undefined) return null;
  if (register.total === 0) return <p className={classes['dim']}>{t('accounts:risks.none')}</p>;
  return (
    <ul className={classes['lines']}>
      {register.risks.map((risk) => (
        <li key={risk.id} className={classes['line']}>
          <span className={classes['text']}>
            {t('risks:reference', { number: risk.number })}{' '}
            {slots.record('risk', risk.id, risk.title)}
          </span>
          <span className={classes['dim']}>{t(`risks:status.${risk.status}`)}</span>
          <span className={classes['mark']} data-level={risk.level ?? 'none'}>
            {t(
              risk.level === null ? 'accounts:risks.notScored' : `accounts:riskLevel.${risk.level}`,
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
