import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session-context.ts';
import { GrowSection, type GrowSectionProps } from './grow-section.tsx';
import { GrowText } from './grow-text.tsx';
import { ScaleField } from './scale-field.tsx';

type Props = Pick<GrowSectionProps, 'onFocus'>;

/** How things stand, what was tried and what came of it, with the deals that show it. */
export function RealitySection({ onFocus }: Props) {
  const { t } = useTranslation('coaching');
  const { page, change } = useSession();
  const { realityScale, realityEvidence } = page.grow.fields;
  const known = new Set(page.deals.map(({ id }) => id));
  return (
    <GrowSection step="reality" onFocus={onFocus}>
      <GrowText field="reality_facts" lines={3} />
      <GrowText field="reality_tried" />
      <GrowText field="reality_effect" />
      <GrowText field="reality_obstacles" />
      <ScaleField
        label={t('grow.realityScale')}
        max={10}
        value={realityScale}
        isDisabled={page.isLocked}
        onChange={(value, onRefused) => change({ realityScale: value }, onRefused)}
      />
      <MultiSelect
        label={t('grow.realityEvidence')}
        placeholder={realityEvidence.length === 0 ? t('grow.evidencePlaceholder') : ''}
        searchable
        disabled={page.isLocked}
        data={page.deals.map(({ id, name }) => ({ value: id, label: name }))}
        value={realityEvidence.filter((id) => known.has(id))}
        onChange={(value) => change({ realityEvidence: value })}
      />
    </GrowSection>
  );
}
