import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { IconRotate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { AmountInput } from '#renderer/components/fields/amount-input.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { CommittedInput } from '#renderer/components/form/committed-input.tsx';
import { CommittedNumber } from '#renderer/components/form/committed-number.tsx';
import { forecastCategory } from '#shared/contract/deal-filter.ts';
import type { Deal } from '#shared/contract/deal-records.ts';
import { AccountPicker } from '../fields/account-picker.tsx';
import { PersonPicker } from '../fields/person-picker.tsx';
import { ProductPicker } from '../fields/product-picker.tsx';
import classes from './deal.module.css';
import { useEditDeal } from './use-deal.ts';

/** The facts, each changed where it stands; every change is a step of undo. */
export function DealFacts({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  const edit = useEditDeal(deal);
  const isOpen = deal.status === 'open';
  return (
    <div className={classes['facts']}>
      <CommittedInput
        size="xs"
        label={t('field.nextStep')}
        maxLength={300}
        saved={deal.nextStepText}
        onCommit={(nextStep) => edit({ nextStep })}
      />
      <DayField
        size="xs"
        label={t('field.nextStepOn')}
        value={deal.nextStepOn}
        onChange={(nextStepOn) => edit({ nextStepOn })}
      />
      <AmountInput
        label={t('field.amount')}
        saved={deal.amountMinor}
        onCommit={(amountMinor) => edit({ amountMinor: amountMinor ?? 0 })}
      />
      <DayField
        size="xs"
        label={t('field.expectedClose')}
        value={deal.expectedCloseOn}
        onChange={(expectedCloseOn) => edit({ expectedCloseOn })}
      />
      {isOpen && <Probability deal={deal} />}
      {isOpen && <Category deal={deal} />}
      <AccountPicker
        size="xs"
        label={t('field.account')}
        value={deal.account?.id ?? null}
        onChange={(accountId) => edit({ accountId })}
      />
      <PersonPicker
        size="xs"
        label={t('field.owner')}
        value={deal.owner?.id ?? null}
        onChange={(ownerId) => edit({ ownerId })}
      />
      <ProductPicker
        size="xs"
        label={t('field.product')}
        value={deal.product?.id ?? null}
        onChange={(productId) => edit({ productId })}
      />
      <CommittedInput
        size="xs"
        label={t('field.source')}
        maxLength={300}
        saved={deal.source}
        onCommit={(source) => edit({ source })}
      />
      <DayField
        size="xs"
        label={t('field.openedOn')}
        value={deal.openedOn}
        onChange={(openedOn) => edit({ openedOn })}
      />
    </div>
  );
}

/** Follows the stage; a mark says when a person set it, and one click follows the stage again. */
function Probability({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  const format = useFormat();
  const edit = useEditDeal(deal);
  return (
    <div>
      <div className={classes['probability']}>
        <CommittedNumber
          size="xs"
          label={t('field.probability')}
          suffix=" %"
          min={0}
          max={100}
          saved={Math.round(deal.probabilityBp / 100)}
          onCommit={(percent) => edit({ probabilityBp: percent * 100 })}
        />
        {deal.isProbabilitySet && (
          <Tooltip label={t('deal.followStage')}>
            <ActionIcon
              size={30}
              variant="default"
              aria-label={t('deal.followStage')}
              onClick={() => edit({ probabilityBp: null })}
            >
              <IconRotate size={15} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {deal.isProbabilitySet && (
        <div className={classes['override']}>
          {t('deal.probabilitySet', { stage: format.basisPoints(deal.stageProbabilityBp) })}
        </div>
      )}
    </div>
  );
}

const followStage = 'stage';

function Category({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  const edit = useEditDeal(deal);
  const own = forecastCategory.options.filter((value) => value !== 'closed');
  return (
    <Select
      size="xs"
      label={t('field.category')}
      value={deal.isCategorySet ? deal.forecastCategory : followStage}
      data={[
        {
          value: followStage,
          label: t('deal.categoryOfStage', {
            category: t(`category.${deal.stageForecastCategory}`),
          }),
        },
        ...own.map((value) => ({ value: value as string, label: t(`category.${value}`) })),
      ]}
      onChange={(value) =>
        edit({
          forecastCategory: value === followStage ? null : forecastCategory.parse(value),
        })
      }
    />
  );
}
