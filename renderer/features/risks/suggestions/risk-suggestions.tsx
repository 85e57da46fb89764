import { Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { dayOf } from '#renderer/api/use-moment.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { RecordLink } from '#renderer/components/record-link.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { RiskSuggestion } from '#shared/contract/risks.ts';
import { useRiskSearch } from '../use-risk-search.ts';
import classes from './risk-suggestions.module.css';

const shownAtFirst = 5;

/** Deals the rules point at. The machine proposes; taking one in or dismissing it is the manager's. */
export function RiskSuggestions() {
  const { t } = useTranslation('risks');
  const [search, change] = useRiskSearch();
  const { data } = useQuery(api.risks.listSuggestions.queryOptions());
  if (data === undefined || data.total === 0) return null;
  const isWhole = search.proposals === true;
  const shown = isWhole ? data.suggestions : data.suggestions.slice(0, shownAtFirst);
  const hidden = data.total - shown.length;
  return (
    <section className={classes['root']} aria-label={t('suggestion.heading')}>
      <h2 className={classes['heading']}>{t('suggestion.heading')}</h2>
      <p className={classes['explain']}>{t('suggestion.explain')}</p>
      <ul className={classes['list']}>
        {shown.map((suggestion) => (
          <Suggestion key={suggestion.dealId} suggestion={suggestion} />
        ))}
      </ul>
      {hidden > 0 && !isWhole && (
        <Button size="compact-xs" variant="subtle" onClick={() => change({ proposals: true })}>
          {t('suggestion.more', { count: hidden })}
        </Button>
      )}
    </section>
  );
}

function Suggestion({ suggestion }: { suggestion: RiskSuggestion }) {
  const { t } = useTranslation('risks');
  const format = useFormat();
  const [, change] = useRiskSearch();
  const accept = useMutation(
    api.risks.acceptSuggestions.mutationOptions({
      onSuccess: ([risk]) => change({ risk: risk?.id }),
    }),
  );
  return (
    <li className={classes['item']}>
      <div className={classes['line']}>
        <span className={classes['name']}>
          <RecordLink kind="deal" id={suggestion.dealId}>
            <Name>{suggestion.dealName}</Name>
          </RecordLink>
        </span>
        <span className={classes['amount']}>{format.moneyShort(suggestion.amountMinor)}</span>
      </div>
      <div className={classes['reasons']}>
        {[
          suggestion.ownerName ?? '',
          ...suggestion.reasons.map(({ rule, value }) => t(`rule.${rule}`, { count: value ?? 0 })),
        ]
          .filter((text) => text !== '')
          .join(' · ')}
      </div>
      <Group gap={4}>
        <Button
          size="compact-xs"
          variant="light"
          loading={accept.isPending}
          onClick={() => accept.mutate({ dealIds: [suggestion.dealId] })}
        >
          {t('suggestion.accept')}
        </Button>
        <Dismiss dealId={suggestion.dealId} />
      </Group>
    </li>
  );
}

function Dismiss({ dealId }: { dealId: string }) {
  const { t } = useTranslation('risks');
  const [reason, setReason] = useState('');
  const [untilOn, setUntilOn] = useState<string | null>(null);
  const dismiss = useMutation(api.risks.dismissSuggestion.mutationOptions());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '' && untilOn !== null) dismiss.mutate({ dealId, reason, untilOn });
  };
  return (
    <Popover width={280} position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button size="compact-xs" variant="subtle" color="gray">
          {t('suggestion.dismiss')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('suggestion.dismiss')}>
        <form onSubmit={submit}>
          <Stack gap="xs">
            <TextInput
              size="xs"
              label={t('suggestion.dismissReason')}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
            <DayField
              size="xs"
              isInPlace
              label={t('suggestion.dismissUntil')}
              fromOn={dayOf(new Date())}
              value={untilOn}
              onChange={setUntilOn}
            />
            <Button size="xs" type="submit" disabled={reason.trim() === '' || untilOn === null}>
              {t('suggestion.dismissSave')}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
