import { ActionIcon, Group } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { throwUnlessGone } from '#renderer/api/failure.ts';
import { PaneSection } from '#renderer/components/pane-section.tsx';
import { LongText } from '#renderer/components/text/long-text.tsx';
import type { RiskDetail } from '#shared/contract/risks.ts';
import { LevelBadge } from '../level-badge.tsx';
import { useRiskSearch } from '../use-risk-search.ts';
import { RiskActions } from './risk-actions.tsx';
import { RiskEnding } from './risk-ending.tsx';
import { RiskFacts } from './risk-facts.tsx';
import { RiskHistory } from './risk-history.tsx';
import { RiskLinks } from './risk-links.tsx';
import classes from './risk-pane.module.css';
import { RiskReviews } from './risk-reviews.tsx';
import { RiskScores } from './risk-scores.tsx';
import { RiskTitle } from './risk-title.tsx';
import { RiskTreatment } from './risk-treatment.tsx';

/** One risk, beside the list. */
export function RiskPane({ id }: { id: string }) {
  const { t } = useTranslation('risks');
  const [, change] = useRiskSearch();
  const { data: risk } = useQuery({
    ...api.risks.getRisk.queryOptions({ input: { id } }),
    throwOnError: throwUnlessGone,
  });
  if (risk === undefined) return <aside className={classes['root']} aria-label={t('pane.label')} />;
  return (
    <aside
      className={classes['root']}
      aria-label={t('pane.label')}
      onKeyDown={(event) => {
        if (leavesPane(event)) change({ risk: undefined });
      }}
    >
      <header className={classes['head']}>
        <Group gap="xs" wrap="nowrap">
          <span className={classes['number']}>{t('reference', { number: risk.number })}</span>
          <LevelBadge score={risk.current} />
          <span className={classes['status']}>{t(`status.${risk.status}`)}</span>
          <ActionIcon
            ml="auto"
            variant="subtle"
            color="gray"
            aria-label={t('pane.close')}
            onClick={() => change({ risk: undefined })}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Group>
        <RiskTitle key={risk.title} risk={risk} />
      </header>
      <Warnings risk={risk} />
      <RiskFacts risk={risk} />
      <PaneSection title={t('section.scores')}>
        <RiskScores risk={risk} />
      </PaneSection>
      <PaneSection title={t('section.story')}>
        <Story risk={risk} />
      </PaneSection>
      <PaneSection title={t('section.treatment')}>
        <RiskTreatment risk={risk} />
      </PaneSection>
      <PaneSection title={t('section.actions')}>
        <RiskActions risk={risk} />
      </PaneSection>
      <PaneSection title={t('section.links')}>
        <RiskLinks risk={risk} />
      </PaneSection>
      <PaneSection title={t('section.reviews')}>
        <RiskReviews risk={risk} />
      </PaneSection>
      <PaneSection title={t('section.history')}>
        <RiskHistory id={risk.id} />
      </PaneSection>
      <RiskEnding risk={risk} />
    </aside>
  );
}

/** Escape in a field of the pane leaves it, but for a list or a dialog that is open over it. */
function leavesPane({ key, target, currentTarget, nativeEvent }: KeyboardEvent): boolean {
  if (key !== 'Escape' || nativeEvent.isComposing || !(target instanceof HTMLElement)) return false;
  return currentTarget.contains(target) && target.ariaExpanded !== 'true';
}

function Warnings({ risk }: { risk: RiskDetail }) {
  const { t } = useTranslation('risks');
  if (risk.warnings.length === 0) return null;
  return (
    <ul className={classes['warnings']} role="status">
      {risk.warnings.map((warning) => (
        <li key={warning}>{t(`warning.${warning}`)}</li>
      ))}
    </ul>
  );
}

const storyFields = [
  { field: 'cause', key: 'cause' },
  { field: 'event', key: 'event' },
  { field: 'consequence', key: 'consequence' },
  { field: 'existing_controls', key: 'existingControls' },
  { field: 'contingency', key: 'contingency' },
] as const;

function Story({ risk }: { risk: RiskDetail }) {
  const { t } = useTranslation('risks');
  return storyFields.map(({ field, key }) => (
    <LongText
      key={field}
      table="risk"
      id={risk.id}
      field={field}
      label={t(`field.${key}`)}
      saved={risk[key]}
      lines={2}
    />
  ));
}
