import { Button } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { settleDrafts } from '#renderer/api/autosave/drafts.ts';
import { api } from '#renderer/api/client.ts';
import { keyCaps } from '#renderer/components/keyboard/shortcut.ts';
import { asksHowToRaise } from '#shared/domain/coaching/grow.ts';
import { AddCommitment } from '../commitments/add-commitment.tsx';
import { useSession } from '../session/session-context.ts';
import { CommitmentList } from '../session/session-review.tsx';
import classes from './grow.module.css';
import { GrowDay } from './grow-day.tsx';
import { GrowSection, type GrowSectionProps } from './grow-section.tsx';
import { GrowText } from './grow-text.tsx';
import { ScaleField } from './scale-field.tsx';

type Props = Pick<GrowSectionProps, 'onFocus'>;

/** What will be done: the step, the proof, the will, and the plan for when it gets hard. */
export function WillSection({ onFocus }: Props) {
  const { t } = useTranslation('coaching');
  const { page, change } = useSession();
  const { commitment } = page.grow.fields;
  return (
    <GrowSection step="will" onFocus={onFocus}>
      <GrowText field="will_action" lines={2} />
      <div className={classes['row']}>
        <GrowText field="will_first_step" />
        <GrowDay field="willFirstStepDueOn" />
      </div>
      <div className={classes['row']}>
        <GrowText field="will_evidence" />
        <GrowDay field="willDueOn" />
      </div>
      <ScaleField
        label={t('grow.commitment')}
        max={10}
        value={commitment}
        isDisabled={page.isLocked}
        onChange={(value, onRefused) => change({ commitment: value }, onRefused)}
      />
      {asksHowToRaise(commitment) && <GrowText field="commitment_raise" />}
      <div className={classes['row']}>
        <GrowText field="obstacle" />
        <GrowText field="if_then_plan" />
      </div>
      <div className={classes['row']}>
        <GrowText field="support_needed" />
        <GrowText field="support_owner" />
      </div>
      <GrowDay field="reviewOn" />
      <Promises />
    </GrowSection>
  );
}

/** The promises made in this talk; they belong to the person from now on. */
function Promises() {
  const { t } = useTranslation('coaching');
  const { page, sessionId } = useSession();
  const commit = useMutation(api.coaching.commitToWill.mutationOptions());
  const { made, isLocked, session } = page;
  return (
    <section aria-label={t('will.promises')}>
      <h3>{t('will.promises')}</h3>
      {!isLocked && (
        <Button
          variant="light"
          leftSection={<IconChecklist size={16} aria-hidden />}
          loading={commit.isPending}
          onClick={() => void settleDrafts().then(() => commit.mutate({ sessionId }))}
        >
          {t('will.commit')}
          <kbd className={classes['key']}>{keyCaps({ keys: 'mod+shift+enter' }).join(' ')}</kbd>
        </Button>
      )}
      <CommitmentList commitments={made} />
      {!isLocked && <AddCommitment personId={session.personId} sessionId={sessionId} />}
    </section>
  );
}
