import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportDesk } from '#shared/contract/imports-desk.ts';
import classes from '../imports.module.css';
import type { DeskPart } from './desk-parts.ts';

export type PartsNavProps = { parts: readonly DeskPart[]; current: DeskPart; desk: ImportDesk };

export function PartsNav({ parts, current, desk }: PartsNavProps) {
  const { t } = useTranslation('imports');
  return (
    <nav className={classes['parts']} aria-label={t('columns.parts')}>
      <ul>
        {parts.map((part) => (
          <li key={part.id}>
            <Link
              to="/imports"
              search={{ step: 'columns', part: part.id }}
              className={classes['part'] ?? ''}
              data-current={part === current}
              aria-current={part === current ? 'page' : undefined}
            >
              <PartName part={part} desk={desk} />
              {part.questions > 0 && (
                <span className={classes['questions']}>
                  {t('columns.questions', { count: part.questions })}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PartName({ part: { kind, sheet }, desk }: { part: DeskPart; desk: ImportDesk }) {
  const { t } = useTranslation('imports');
  if (kind !== 'sheet') return <span>{t(`columns.${kind}`)}</span>;
  const isOnly = desk.files.length === 1;
  return (
    <span className={classes['partName']}>
      {sheet?.entity && t(`entities.${sheet.entity}`)}
      {sheet !== null && !isOnly && <bdi className={classes['dim']}>{sheet.name}</bdi>}
    </span>
  );
}
