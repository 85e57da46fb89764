import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportDesk } from '#shared/contract/imports-desk.ts';
import { chosenSheets } from './current-step.ts';
import { type ImportStep, importStep } from './import-search.ts';
import classes from './imports.module.css';

export type StepsNavProps = { step: ImportStep; desk: ImportDesk | null; isRunning: boolean };

/** The four steps; every step that the files allow can be gone to. */
export function StepsNav({ step, desk, isRunning }: StepsNavProps) {
  const { t } = useTranslation('imports');
  const isOpen = (target: ImportStep) => {
    if (isRunning || desk === null || desk.result !== null || target === 'result') return false;
    return target === 'files' || chosenSheets(desk).length > 0;
  };
  return (
    <nav aria-label={t('steps.label')}>
      <ol className={classes['steps']}>
        {importStep.options.map((target, index) => (
          <li key={target}>
            {target !== step && isOpen(target) ? (
              <Link to="/imports" search={{ step: target }} className={classes['step'] ?? ''}>
                <span className={classes['stepNumber']}>{index + 1}</span>
                {t(`steps.${target}`)}
              </Link>
            ) : (
              <span
                className={classes['step']}
                aria-current={target === step ? 'step' : undefined}
                data-off={target !== step}
              >
                <span className={classes['stepNumber']}>{index + 1}</span>
                {t(`steps.${target}`)}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
