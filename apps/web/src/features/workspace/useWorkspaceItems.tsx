'use client';
import { EXPORT_KINDS } from '@tramline/wire';
import { Download, FileCog, Film, MessageSquarePlus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { SidePanelState } from '../../ui/useSidePanel.ts';
import { useShortcuts } from '../keys/useShortcuts.ts';
import { usePaletteProvider } from '../palette/paletteProviders.ts';
import { useWorkspace } from './useWorkspace.ts';

const ICON_PX = 15;

/** What the palette finds in a script and what its keys do. Shots are offered by the panel. */
export function useWorkspaceItems({
  left,
  right,
}: {
  readonly left: SidePanelState;
  readonly right: SidePanelState;
}): void {
  const t = useTranslations('script');
  const { model, commands, page, can, script, scriptRoom } = useWorkspace();
  usePaletteProvider(() => [
    ...model.getSnapshot().scenes.map((scene) => ({
      id: `scene:${scene.id}`,
      group: 'scenes' as const,
      title: `${scene.number} ${scene.intExt} ${scene.title}`,
      detail: scene.eighths,
      keywords: scene.heading.text,
      run: () => commands.revealScene(scene.id),
    })),
    {
      id: 'pageSetup',
      group: 'do' as const,
      title: t('pageSetup'),
      icon: <FileCog size={ICON_PX} aria-hidden="true" />,
      run: () => page.set({ isSetupOpen: true }),
    },
    ...EXPORT_KINDS.map((kind) => ({
      id: `export:${kind}`,
      group: 'do' as const,
      title: t('exportKindLong', { kind: t(`exportKind.${kind}`) }),
      icon: <Download size={ICON_PX} aria-hidden="true" />,
      run: () => window.location.assign(`/api/scripts/${script.id}/files/${kind}`),
    })),
    ...(can('shots.edit')
      ? [
          {
            id: 'newShot',
            group: 'do' as const,
            title: t('newShotKey'),
            icon: <Film size={ICON_PX} aria-hidden="true" />,
            keys: ['Alt', 'S'],
            run: () => void commands.newShotFromSelection(),
          },
        ]
      : []),
    ...(can('comment.write')
      ? [
          {
            id: 'newComment',
            group: 'do' as const,
            title: t('commentKey'),
            icon: <MessageSquarePlus size={ICON_PX} aria-hidden="true" />,
            keys: ['Alt', 'M'],
            run: () => commands.commentOnSelection(),
          },
        ]
      : []),
    ...(scriptRoom.mode === 'edit'
      ? [
          {
            id: 'newScene',
            group: 'do' as const,
            title: t('newScene'),
            icon: <Plus size={ICON_PX} aria-hidden="true" />,
            run: () => commands.newScene(),
          },
        ]
      : []),
  ]);
  useShortcuts([
    { id: 'fold.left', section: 'anywhere', words: t('foldScenes'), keys: ['['], run: left.toggle },
    { id: 'fold.right', section: 'anywhere', words: t('foldShots'), keys: [']'], run: right.toggle },
    { id: 'write.enter', section: 'writing', words: t('keyEnter'), keys: ['Enter'] },
    { id: 'write.tab', section: 'writing', words: t('keyTab'), keys: ['Tab'] },
    { id: 'write.type', section: 'writing', words: t('keyType'), keys: ['Mod', '1…9'] },
    { id: 'write.bold', section: 'writing', words: t('mark.bold'), keys: ['Mod', 'B'] },
    { id: 'write.italic', section: 'writing', words: t('mark.italic'), keys: ['Mod', 'I'] },
    { id: 'write.underline', section: 'writing', words: t('mark.underline'), keys: ['Mod', 'U'] },
    { id: 'write.undo', section: 'writing', words: t('keyUndo'), keys: ['Mod', 'Z'] },
    { id: 'write.redo', section: 'writing', words: t('keyRedo'), keys: ['Mod', 'Shift', 'Z'] },
    {
      id: 'line.new',
      section: 'tramlines',
      words: t('newShotKey'),
      keys: ['Alt', 'S'],
      inText: true,
      run: () => void commands.newShotFromSelection(),
    },
    {
      id: 'line.comment',
      section: 'tramlines',
      words: t('commentKey'),
      keys: ['Alt', 'M'],
      inText: true,
      run: () => commands.commentOnSelection(),
    },
    {
      id: 'line.first',
      section: 'tramlines',
      words: t('keyLines'),
      keys: ['Alt', 'Down'],
      inText: true,
      run: () => commands.focusLine(1),
    },
    {
      id: 'line.last',
      section: 'tramlines',
      words: t('keyLinesBack'),
      keys: ['Alt', 'Up'],
      inText: true,
      run: () => commands.focusLine(-1),
    },
    { id: 'line.grow', section: 'tramlines', words: t('keyGrow'), keys: ['Shift', 'Down'] },
    { id: 'line.shrink', section: 'tramlines', words: t('keyShrink'), keys: ['Shift', 'Up'] },
    { id: 'line.stale', section: 'tramlines', words: t('keyStale'), keys: ['.'] },
    {
      id: 'line.toggle',
      section: 'tramlines',
      words: t('uncovered'),
      keys: ['U'],
      run: () => page.set({ uncovered: !page.getSnapshot().uncovered }),
    },
  ]);
}
