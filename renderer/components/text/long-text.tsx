import { IconLock, IconUsers } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useAutosave } from '#renderer/api/autosave/use-autosave.ts';
import type { TextField } from '#shared/contract/texts.ts';
import { Private } from '../privacy/private.tsx';
import classes from './long-text.module.css';
import { SavedMark } from './saved-mark.tsx';

export type LongTextProps = TextField & {
  label: string;
  /** The text as the backend has it. */
  saved: string;
  placeholder?: string;
  /** Lines to begin with; it grows with the text. */
  lines?: number;
  /** Who may read it: the manager alone, or whoever gets the document. */
  visibility?: 'private' | 'shared';
  /** The record is final. */
  isLocked?: boolean;
  isLabelHidden?: boolean;
};

/** A long text that is saved while it is typed, with a mark of who may read it. */
export function LongText(props: LongTextProps) {
  if (props.visibility !== 'private') return <Field {...props} />;
  return (
    <Private>
      <Field {...props} />
    </Private>
  );
}

function Field({ label, saved, placeholder, lines = 3, ...props }: LongTextProps) {
  const { visibility, isLocked = false, isLabelHidden = false, table, id, field } = props;
  const labelId = useId();
  const { bind, state } = useAutosave({ table, id, field }, saved);
  return (
    <div className={classes['root']} data-visibility={visibility}>
      <div className={classes['head']}>
        <label htmlFor={labelId} className={classes['label']} data-hidden={isLabelHidden}>
          {label}
        </label>
        {visibility !== undefined && <VisibilityMark visibility={visibility} />}
        <SavedMark state={state} />
      </div>
      <textarea
        {...bind}
        id={labelId}
        className={classes['text']}
        rows={lines}
        placeholder={placeholder}
        readOnly={isLocked}
      />
    </div>
  );
}

function VisibilityMark({ visibility }: { visibility: 'private' | 'shared' }) {
  const { t } = useTranslation('common');
  const Icon = visibility === 'private' ? IconLock : IconUsers;
  return (
    <span className={classes['mark']} data-visibility={visibility}>
      <Icon size={13} aria-hidden />
      {t(`privacy.${visibility}`)}
    </span>
  );
}
