import { ActionIcon, Button, Switch } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CommittedNumber } from '#renderer/components/form/committed-number.tsx';
import type { RuleChange } from '#shared/contract/deal-warnings.ts';
import type { HealthRules, HealthStep } from '#shared/domain/deals/health.ts';
import classes from './warnings.module.css';

export type RuleName = keyof HealthRules;

export const ruleNames: readonly RuleName[] = [
  'noActivity',
  'noNextStep',
  'nextStepOverdue',
  'closeDatePassed',
  'pushed',
  'stageAge',
];

export type HealthRuleProps = {
  name: RuleName;
  rule: HealthRules[RuleName];
  onChange(change: RuleChange): Promise<unknown>;
};

/** One rule of a deal's health: on or off, its thresholds and what it weighs. */
export function HealthRule({ name, rule, onChange }: HealthRuleProps) {
  const { t } = useTranslation('settings');
  const label = t(`warnings.rules.${name}.title`);
  return (
    <div className={classes['rule']}>
      <Switch
        aria-label={label}
        checked={rule.isOn}
        onChange={(event) => void onChange({ isOn: event.currentTarget.checked })}
      />
      <div className={classes['words']}>
        <div className={classes['title']}>{label}</div>
        <div className={classes['hint']}>{t(`warnings.rules.${name}.hint`)}</div>
      </div>
      {rule.isOn && <Thresholds name={name} rule={rule} onChange={onChange} />}
    </div>
  );
}

function Thresholds({ name, rule, onChange }: HealthRuleProps) {
  const numbers = Object.entries(rule).filter(
    (entry): entry is [NumberName, number] => typeof entry[1] === 'number',
  );
  return (
    <div className={classes['thresholds']}>
      {'steps' in rule && (
        <Steps rule={name} steps={rule.steps} onChange={(steps) => onChange({ steps })} />
      )}
      {numbers.map(([field, value]) => (
        <NumberField
          key={field}
          field={field}
          value={value}
          onCommit={(next) => onChange({ [field]: next })}
        />
      ))}
    </div>
  );
}

type NumberName =
  | 'points'
  | 'quietUntilDays'
  | 'minSample'
  | 'p75Points'
  | 'p90Points'
  | 'beyondPoints';

const limits: Readonly<Record<NumberName, readonly [number, number]>> = {
  points: [0, 100],
  quietUntilDays: [1, 3650],
  minSample: [1, 1000],
  p75Points: [0, 100],
  p90Points: [0, 100],
  beyondPoints: [0, 100],
};

type NumberFieldProps = {
  field: NumberName;
  value: number;
  onCommit(value: number): Promise<unknown>;
};

function NumberField({ field, value, onCommit }: NumberFieldProps) {
  const { t } = useTranslation('settings');
  const [min, max] = limits[field];
  return (
    <CommittedNumber
      size="xs"
      w={field === 'quietUntilDays' ? 170 : 104}
      label={t(`warnings.fields.${field}`)}
      min={min}
      max={max}
      saved={value}
      onCommit={onCommit}
    />
  );
}

type StepsProps = {
  rule: RuleName;
  steps: readonly HealthStep[];
  onChange(steps: Partial<HealthStep>[]): Promise<unknown>;
};

const mostSteps = 5;

function Steps({ rule, steps, onChange }: StepsProps) {
  const { t } = useTranslation('settings');
  const unit = rule === 'pushed' ? 'times' : 'days';
  const set = (at: number, change: Partial<HealthStep>) =>
    onChange(steps.map((_, index) => (index === at ? change : {})));
  const add = () => {
    const last = steps.at(-1) ?? { over: 0, points: 0 };
    const next = { over: last.over + (unit === 'days' ? 14 : 1), points: last.points };
    void onChange([...steps.map(() => ({})), { ...next, points: Math.min(100, last.points + 10) }]);
  };
  return (
    <div className={classes['steps']}>
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step has no other name than its place
        <div key={at} className={classes['step']}>
          <CommittedNumber
            size="xs"
            w={110}
            aria-label={t(`warnings.over.${unit}`)}
            prefix={t(`warnings.over.${unit}Before`)}
            suffix={t(`warnings.over.${unit}After`)}
            min={0}
            max={3650}
            saved={step.over}
            onCommit={(over) => set(at, { over })}
          />
          <CommittedNumber
            size="xs"
            w={80}
            aria-label={t('warnings.fields.points')}
            prefix="+"
            min={0}
            max={100}
            saved={step.points}
            onCommit={(points) => set(at, { points })}
          />
          {steps.length > 1 && (
            <ActionIcon
              size="sm"
              variant="subtle"
              aria-label={t('warnings.removeStep')}
              onClick={() => void onChange(steps.filter((_, index) => index !== at))}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {steps.length < mostSteps && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={12} aria-hidden />}
          onClick={add}
        >
          {t('warnings.addStep')}
        </Button>
      )}
    </div>
  );
}
