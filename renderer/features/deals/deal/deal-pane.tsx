import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconArrowsMaximize, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';
import { useDealSearch } from '../use-deal-search.ts';
import { DealHead } from './deal-head.tsx';
import { DealMenu } from './deal-menu.tsx';
import classes from './deal-pane.module.css';
import { DealSections } from './deal-sections.tsx';
import { useDeal } from './use-deal.ts';

/** One deal over the view it was opened from; Escape goes back to the very place. */
export function DealPane({ id }: { id: string }) {
  const { t } = useTranslation('deals');
  const [, change] = useDealSearch();
  const { deal, isGone } = useDeal(id);
  const close = () => change({ deal: undefined });
  const root = useRef<HTMLElement>(null);
  useShortcuts({
    title: t('deal.label'),
    shortcuts: [{ keys: 'escape', label: t('deal.close'), run: close }],
  });
  const isThere = deal !== undefined;
  useEffect(() => {
    if (isThere) root.current?.focus();
  }, [isThere]);
  return (
    <aside
      ref={root}
      tabIndex={-1}
      className={classes['root']}
      aria-label={t('deal.label')}
      onKeyDown={(event) => {
        if (leavesPane(event)) close();
      }}
    >
      {isGone && (
        <EmptyState title={t('deal.gone')} body={t('deal.goneBody')}>
          <Button variant="default" onClick={close}>
            {t('deal.close')}
          </Button>
        </EmptyState>
      )}
      {deal !== undefined && (
        <>
          <Group className={classes['bar'] ?? ''} gap={4} wrap="nowrap">
            <DealMenu deal={deal} onDeleted={close} />
            <Tooltip label={t('deal.openPage')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('deal.openPage')}
                renderRoot={(props) => (
                  <Link to="/deals/$dealId" params={{ dealId: id }} {...props} />
                )}
              >
                <IconArrowsMaximize size={17} aria-hidden />
              </ActionIcon>
            </Tooltip>
            <ActionIcon variant="subtle" color="gray" aria-label={t('deal.close')} onClick={close}>
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </Group>
          <DealHead deal={deal} />
          <DealSections deal={deal} />
        </>
      )}
    </aside>
  );
}

/** Escape in a field of the pane leaves it, but for a list or a dialog that is open over it. */
function leavesPane({ key, target, currentTarget, nativeEvent }: KeyboardEvent): boolean {
  if (key !== 'Escape' || nativeEvent.isComposing || !(target instanceof HTMLElement)) return false;
  const isField = target.matches('input, textarea, select');
  return isField && currentTarget.contains(target) && target.ariaExpanded !== 'true';
}
