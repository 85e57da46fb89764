import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { Name } from '#renderer/components/text/name.tsx';
import type { Deal, DealChange } from '#shared/contract/deal-records.ts';
import classes from './deal.module.css';
import { useChangeWords } from './use-change-words.ts';

const shownAtFirst = 8;

/** Everything that ever happened to stage, amount, chance, date and owner, the newest first. */
export function DealChanges({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  const [isAll, setAll] = useState(false);
  const shown = isAll ? deal.changes : deal.changes.slice(0, shownAtFirst);
  return (
    <>
      <ol className={classes['changes']}>
        {shown.map((change) => (
          <ChangeLine key={change.id} change={change} />
        ))}
      </ol>
      {deal.changes.length > shown.length && (
        <Button size="compact-sm" variant="subtle" mt={6} onClick={() => setAll(true)}>
          {t('deal.allChanges', { count: deal.changes.length })}
        </Button>
      )}
    </>
  );
}

function ChangeLine({ change }: { change: DealChange }) {
  const { t } = useTranslation('deals');
  const format = useFormat();
  const words = useChangeWords();
  const { cause } = change;
  return (
    <li>
      <time dateTime={change.at}>{format.dateTime(change.at)}</time>
      <div>
        {words(change).map((line) => (
          <p key={line} className={classes['change']}>
            {line}
          </p>
        ))}
        {(cause === 'imported' || cause === 'bulk') && (
          <span className={classes['dim']}>{t(`cause.${cause}`)}</span>
        )}
        {change.reason !== null && (
          <p className={classes['reason']}>
            <Name>{change.reason}</Name>
          </p>
        )}
      </div>
    </li>
  );
}
