'use client';
import { toggleFormat } from '@tramline/editor';
import { Bold, ChevronDown, FileCog, Italic, MessageSquarePlus, PanelLeft, PanelRight, Underline } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '../../ui/IconButton.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import type { SidePanelState } from '../../ui/useSidePanel.ts';
import { useRoom, useWorkspace, useWorkspaceFocus } from '../workspace/useWorkspace.ts';
import { ElementMenu } from './ElementMenu.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import type { StateFilter } from './lineSources.ts';
import { PageSetup } from './PageSetup.tsx';
import { MARKS } from './pageStore.ts';
import { usePage } from './usePage.ts';

const MARK_ICONS = { bold: Bold, italic: Italic, underline: Underline };
const MARK_KEYS = { bold: 'B', italic: 'I', underline: 'U' };
const FILTERS: readonly StateFilter[] = ['all', 'none', 'waiting', 'approved', 'changes', 'stale'];

/** The row over the page: the element's type, marks, comment and shot over the selection, and what the margin shows. */
export function Tools({ left, right }: { readonly left: SidePanelState; readonly right: SidePanelState }) {
  const t = useTranslations('script');
  const { page, commands, can, scriptRoom } = useWorkspace();
  const mayEdit = useRoom(scriptRoom, (room) => room.mode === 'edit');
  const marks = usePage((state) => state.caret?.marks ?? '');
  const hasSelection = useWorkspaceFocus((state) => state.selection !== null);
  return (
    <div className={hasSelection ? 'tools picked' : 'tools'} role="toolbar" aria-label={t('tools')} data-region="tools">
      <IconButton className="nav-toggle" label={t('scenesPanel')} keys={['[']} small onClick={left.toggle}>
        <PanelLeft className="i" size={14} aria-hidden="true" />
      </IconButton>
      {mayEdit && (
        <>
          <ElementMenu />
          <span className="vr" />
          {MARKS.map((mark) => {
            const Icon = MARK_ICONS[mark];
            return (
              <IconButton
                key={mark}
                label={t(`mark.${mark}`)}
                keys={['Mod', MARK_KEYS[mark]]}
                small
                on={marks.split(' ').includes(mark)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => page.run(toggleFormat(mark))}
              >
                <Icon className="i" size={14} aria-hidden="true" />
              </IconButton>
            );
          })}
        </>
      )}
      {can('comment.write') && (
        <IconButton
          label={t('comment')}
          keys={['Alt', 'M']}
          small
          disabled={!hasSelection}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => commands.commentOnSelection()}
        >
          <MessageSquarePlus className="i" size={14} aria-hidden="true" />
        </IconButton>
      )}
      {can('shots.edit') && hasSelection && (
        <button
          type="button"
          className="sel1 acc"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => commands.newShotFromSelection()}
        >
          <Mark size={14} />
          {t('newShot')}
        </button>
      )}
      <span className="vr" />
      <LineTools />
      <span className="grow" />
      <IconButton label={t('pageSetup')} small onClick={() => page.set({ isSetupOpen: true })}>
        <FileCog className="i" size={14} aria-hidden="true" />
      </IconButton>
      <ExportMenu />
      <PageSetup />
      <IconButton className="side-toggle" label={t('shotsPanel')} keys={[']']} small onClick={right.toggle}>
        <PanelRight className="i" size={14} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/** What the left margin shows. */
function LineTools() {
  const t = useTranslations('script');
  const { page } = useWorkspace();
  const lines = usePage((state) => state.lines);
  const uncovered = usePage((state) => state.uncovered);
  const filter = usePage((state) => state.filter);
  return (
    <>
      <button
        type="button"
        className={lines ? 'sel1 on' : 'sel1'}
        aria-pressed={lines}
        onClick={() => page.set({ lines: !lines })}
      >
        <Mark size={14} />
        {t('tramlines')}
      </button>
      <button
        type="button"
        className={uncovered ? 'sel1 on' : 'sel1 mut'}
        aria-pressed={uncovered}
        onClick={() => page.set({ uncovered: !uncovered })}
      >
        {t('uncovered')}
      </button>
      {lines && (
        <Menu
          label={t('filterLines')}
          trigger={
            <button type="button" className="sel1 mut">
              {t(`filter.${filter}`)}
              <ChevronDown className="i" size={12} aria-hidden="true" />
            </button>
          }
        >
          {FILTERS.map((one) => (
            <MenuItem key={one} checked={one === filter} onSelect={() => page.set({ filter: one })}>
              {t(`filter.${one}`)}
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  );
}
