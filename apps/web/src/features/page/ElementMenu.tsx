'use client';
import type { Command } from '@tiptap/pm/state';
import { setElementType } from '@tramline/editor';
import { digitTypes, type ElementType } from '@tramline/screenplay';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { useWorkspace } from '../workspace/useWorkspace.ts';
import { usePage } from './usePage.ts';

/** The types that have no digit, in the order of the menu. */
const MORE_TYPES: readonly ElementType[] = ['centered', 'section', 'synopsis', 'note', 'actStart', 'actEnd'];

/** The type of the element at the caret, and a menu of all types with their keys. */
export function ElementMenu() {
  const t = useTranslations('script');
  const { page } = useWorkspace();
  const type = usePage((state) => state.caret?.type ?? null);
  const run = (command: Command) => () => {
    // The menu gives the focus back to its button when it closes; the words get it after that.
    setTimeout(() => page.run(command));
  };
  return (
    <Menu
      label={t('elementMenu')}
      trigger={
        <button type="button" className="sel1" aria-label={t('elementIs', { type: type ?? 'other' })}>
          {t('elementType', { type: type ?? 'other' })}
          <ChevronDown className="i" size={12} aria-hidden="true" />
        </button>
      }
    >
      {[...digitTypes, ...MORE_TYPES].map((one, at) => (
        <MenuItem
          key={one}
          checked={one === type}
          keys={at < digitTypes.length ? ['Mod', String(at + 1)] : undefined}
          onSelect={run(setElementType(one))}
        >
          {t('elementType', { type: one })}
        </MenuItem>
      ))}
    </Menu>
  );
}
