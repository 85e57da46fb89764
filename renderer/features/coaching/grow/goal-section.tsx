import classes from './grow.module.css';
import { GrowDay } from './grow-day.tsx';
import { GrowSection, type GrowSectionProps } from './grow-section.tsx';
import { GrowText } from './grow-text.tsx';

type Props = Pick<GrowSectionProps, 'onFocus'>;

/** What the person wants, how it is measured, and why it matters to them. */
export function GoalSection({ onFocus }: Props) {
  return (
    <GrowSection step="goal" onFocus={onFocus}>
      <GrowText field="goal_topic" />
      <GrowText field="goal_outcome" lines={2} />
      <div className={classes['row']}>
        <GrowText field="goal_measure" />
        <GrowDay field="goalDueOn" />
      </div>
      <GrowText field="goal_why" />
    </GrowSection>
  );
}
