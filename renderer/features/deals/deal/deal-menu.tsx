import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import type { Deal } from '#shared/contract/deal-records.ts';

/** What is done rarely. Deleting asks nothing: it is taken back as easily. */
export function DealMenu({ deal, onDeleted }: { deal: Deal; onDeleted(): void }) {
  const { t } = useTranslation('deals');
  const remove = useMutation(api.deals.deleteDeals.mutationOptions({ onSuccess: onDeleted }));
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('deal.more')}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={15} aria-hidden />}
          onClick={() => remove.mutate({ selection: { ids: [deal.id] } })}
        >
          {t('deal.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
