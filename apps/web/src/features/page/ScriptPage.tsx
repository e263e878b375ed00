'use client';
import './sheet.css';
import { EditorContent } from '@tiptap/react';
import { useTranslations } from 'next-intl';
import { useMemo, useRef } from 'react';
import { joinClasses } from '../../ui/joinClasses.ts';
import { type GlyphState, StateGlyph } from '../../ui/StateGlyph.tsx';
import { causesOf, glyphOf } from '../approvals/gateState.ts';
import type { ShotView } from '../workspace/model/workspaceModel.ts';
import { useModel, useWorkspace } from '../workspace/useWorkspace.ts';
import { CompletionPopup } from './CompletionPopup.tsx';
import type { SurfaceWords } from './pageSurface.ts';
import { paperStyle } from './paperStyle.ts';
import { usePageProfile } from './usePageProfile.ts';
import { usePageSurface } from './usePageSurface.ts';
import { useScriptEditor } from './useScriptEditor.ts';

const STATES: readonly GlyphState[] = ['none', 'waiting', 'approved', 'changes', 'stale', 'running', 'unknown'];
const LINE_GLYPH_PX = 11;

/** The sheet of paper with the script on it, the lines in its left margin and the comments in its right. */
export function ScriptPage() {
  const t = useTranslations('script');
  const { script } = useWorkspace();
  const isEmpty = useModel(({ elements }) => elements.length === 1 && elements[0]?.text === '');
  const isChinese = script.language === 'zh';
  const hasTypedDeltas = useModel(({ elements }) => isChinese && elements.some(({ text }) => text.startsWith('△')));
  const words = useSurfaceWords();
  const profile = usePageProfile();
  const style = useMemo(() => paperStyle(profile), [profile]);
  const open = useScriptEditor(t('textbox', { title: script.title }));
  const scroller = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLElement>(null);
  const lines = useRef<HTMLDivElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  const glyphs = useRef<HTMLDivElement>(null);
  usePageSurface(open, { scroller, paper, lines, marks, glyphs }, words);

  return (
    <div className="desk" ref={scroller} data-region="page">
      <section
        className={joinClasses('paper sheet-page', isChinese && 'zh', isChinese && !hasTypedDeltas && 'deltas')}
        lang={isChinese ? 'zh-CN' : 'en'}
        style={style}
        ref={paper}
        aria-label={t('sheet')}
      >
        <EditorContent editor={open?.editor ?? null} />
        {isEmpty && (
          <p className="sheet-hint" aria-hidden="true">
            {t('emptyHint')}
          </p>
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
        <div className="trams" role="group" aria-label={t('tramlines')} ref={lines} />
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
        <div className="trams" role="group" aria-label={t('marks')} ref={marks} />
        <CompletionPopup paper={paper} />
        <div hidden ref={glyphs}>
          {STATES.map((state) => (
            <StateGlyph key={state} state={state} size={LINE_GLYPH_PX} />
          ))}
        </div>
      </section>
    </div>
  );
}

/** What lines, threads and gaps are called. */
function useSurfaceWords(): SurfaceWords {
  const t = useTranslations('script');
  return useMemo<SurfaceWords>(
    () => ({
      lineName(shot: ShotView) {
        const status = shot.gates.prompt;
        const state = t(`lineState.${glyphOf(status.state)}`);
        const causes = status.state === 'stale' ? causesOf(status.changed).map((cause) => t(`cause.${cause}`)) : [];
        const name = shot.title
          ? t('lineTitled', { label: shot.label, title: shot.title })
          : t('line', { label: shot.label });
        return causes.length > 0
          ? t('lineStale', { name, state, causes: causes.join(', ') })
          : t('lineIs', { name, state });
      },
      threadName: ({ root, replies }) => t('thread', { name: root.author.name, replies: replies.length }),
      gapName: () => t('gap'),
    }),
    [t],
  );
}
