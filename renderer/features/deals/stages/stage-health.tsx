import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import type { StageHealthRules, StageRuleChanges } from '#shared/contract/deal-warnings.ts';
import { HealthRule, type RuleName, ruleNames } from '../warnings/health-rule.tsx';
import classes from './stages.module.css';

export type StageHealthProps = {
  rules: StageHealthRules;
  onChange(changes: StageRuleChanges): Promise<unknown>;
};

/** The rules that differ in this stage; the others are the workspace's. */
export function StageHealth({ rules, onChange }: StageHealthProps) {
  const { t } = useTranslation('settings');
  // Not by suspense: the whole page would be gone for a moment when a stage is opened.
  const { data } = useQuery(api.deals.getWarningSettings.queryOptions());
  const toggle = (name: RuleName, isOwn: boolean) => {
    if (isOwn && data !== undefined) void onChange({ [name]: data.health.rules[name] });
    if (!isOwn) void onChange({ [name]: null });
  };
  return (
    <fieldset className={classes['health']}>
      <legend>{t('stages.health')}</legend>
      <div className={classes['ownRules']}>
        {ruleNames.map((name) => (
          <Checkbox
            key={name}
            size="xs"
            label={t(`warnings.rules.${name}.title`)}
            disabled={data === undefined}
            checked={rules[name] !== undefined}
            onChange={(event) => toggle(name, event.currentTarget.checked)}
          />
        ))}
      </div>
      {ruleNames.map((name) => {
        const rule = rules[name];
        if (rule === undefined) return null;
        return (
          <HealthRule
            key={name}
            name={name}
            rule={rule}
            onChange={(next) => onChange({ [name]: next })}
          />
        );
      })}
    </fieldset>
  );
}
