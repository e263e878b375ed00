'use client';
import { nextOnEnter, nextOnTab, type TypingStep } from '@tramline/screenplay';
import { useTranslations } from 'next-intl';
import { StateGlyph } from '../../ui/StateGlyph.tsx';
import { usePage } from '../page/usePage.ts';
import { useModel, useWorkspaceFocus } from '../workspace/useWorkspace.ts';

/** The row under the page: what Enter and Tab give here, where the caret is, what is stale in its scene. */
export function StatusBar() {
  const t = useTranslations('script');
  const caret = usePage((state) => state.caret);
  const caretPage = usePage((state) => state.caretPage);
  const pages = usePage((state) => state.pages);
  const sceneId = useWorkspaceFocus((state) => state.caretSceneId);
  const scene = useModel((model) => model.scenes.find(({ id }) => id === sceneId));
  const stale = scene?.shots.filter(({ gates }) => gates.prompt.state === 'stale').length ?? 0;
  const wordsOf = (step: TypingStep): string | null =>
    step.step === 'stay' ? null : step.step === 'menu' ? t('elementMenu') : t('elementType', { type: step.type });
  const enter = caret?.type ? wordsOf(nextOnEnter(caret.type, caret.place)) : null;
  const tab = caret?.type ? wordsOf(nextOnTab(caret.type, caret.place)) : null;
  return (
    <footer className="stat" data-region="status" tabIndex={-1}>
      {enter && (
        <span>
          <kbd>Enter</kbd> {enter}
        </span>
      )}
      {tab && (
        <span>
          <kbd>Tab</kbd> {tab}
        </span>
      )}
      <span className="grow" />
      {pages && caretPage && <span className="num">{t('pageOf', { page: caretPage, count: pages.count })}</span>}
      {scene && <span className="num">{t('sceneLength', { number: scene.number, eighths: scene.eighths })}</span>}
      {stale > 0 && (
        <span className="row g4">
          <StateGlyph state="stale" size={10} />
          {t('staleInScene', { count: stale })}
        </span>
      )}
    </footer>
  );
}
