import { Switch } from '@mantine/core';
import { IconLock, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Private } from '#renderer/components/privacy/private.tsx';
import type { GrowStep } from '#shared/contract/coaching-fields.ts';
import { useSession } from '../session/session-context.ts';
import classes from './grow.module.css';
import { visibilityOf } from './grow-visibility.ts';
import { QuestionMargin } from './question-margin.tsx';

export type GrowSectionProps = {
  step: GrowStep;
  onFocus(step: GrowStep): void;
  children: ReactNode;
};

/** One step of the talk: its head stays in sight, its questions stand in the margin. */
export function GrowSection({ step, onFocus, children }: GrowSectionProps) {
  const { t } = useTranslation('coaching');
  const { page, change } = useSession();
  const { field, isPrivate } = visibilityOf(step, page.grow.fields);
  const Icon = isPrivate ? IconLock : IconUsers;
  const body = (
    <div className={classes['body']}>
      <div className={classes['fields']}>{children}</div>
      <QuestionMargin step={step} />
    </div>
  );
  return (
    <section
      id={`session-${step}`}
      className={classes['section']}
      aria-labelledby={`session-${step}-title`}
      onFocusCapture={() => onFocus(step)}
    >
      <header className={classes['head']}>
        <span className={classes['letter']} aria-hidden>
          {t(`letter.${step}`)}
        </span>
        <h2 id={`session-${step}-title`}>{t(`step.${step}`)}</h2>
        <span className={classes['push']} />
        <Switch
          size="xs"
          disabled={page.isLocked}
          thumbIcon={<Icon size={10} aria-hidden />}
          label={t(isPrivate ? 'visibility.private' : 'visibility.shared')}
          aria-label={t('bar.shared', { step: t(`step.${step}`) })}
          checked={!isPrivate}
          onChange={() => change({ [field]: isPrivate ? 'shared' : 'private' })}
        />
      </header>
      {isPrivate ? <Private>{body}</Private> : body}
    </section>
  );
}
