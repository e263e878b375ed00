'use client';
import { ChevronLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '../../ui/IconButton.tsx';
import { StateGlyph } from '../../ui/StateGlyph.tsx';
import { useModel, useWorkspaceFocus } from './useWorkspace.ts';

/** On a phone: the scene that the caret stands in, its length and what is stale, and the way to the scenes. */
export function PhoneTitle({ openScenes }: { readonly openScenes: () => void }) {
  const t = useTranslations('script');
  const sceneId = useWorkspaceFocus((state) => state.caretSceneId);
  const scene = useModel((model) => model.scenes.find(({ id }) => id === sceneId) ?? model.scenes[0]);
  const stale = scene?.shots.filter(({ gates }) => gates.prompt.state === 'stale').length ?? 0;
  return (
    <span className="phone-title">
      <IconButton label={t('scenesPanel')} onClick={openScenes}>
        <ChevronLeft className="i" size={20} aria-hidden="true" />
      </IconButton>
      <span className="col">
        <b>{scene ? t('sceneNumber', { number: scene.number }) : t('page')}</b>
        {scene && (
          <small className="row g4">
            {scene.eighths}
            {stale > 0 && (
              <>
                {' · '}
                <StateGlyph state="stale" size={10} />
                {t('staleCount', { count: stale })}
              </>
            )}
          </small>
        )}
      </span>
    </span>
  );
}
