'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ShotLabel } from '../../ui/ShotLabel.tsx';
import { useModel, useWorkspace, useWorkspaceFocus } from '../workspace/useWorkspace.ts';
import { Composer } from './Composer.tsx';
import { type DraftTarget, targetShot, targetWords } from './commentTarget.ts';

/** The id of the box, so that a command elsewhere may put the focus into it. */
export const NEW_THREAD_ID = 'new-thread';

/**
 * The box for a new thread. It follows the selection until somebody writes in it: then its target stays, whatever is selected
 * meanwhile, until the words are sent or the target is let go.
 */
export function NewThread() {
  const t = useTranslations('comments');
  const workspace = useWorkspace();
  const { comments, focus } = workspace;
  const selection = useWorkspaceFocus((state) => state.selection);
  const selectedShotId = useWorkspaceFocus((state) => state.selectedShotId);
  const shot = useModel((model) => (selectedShotId ? model.shotById.get(selectedShotId) : undefined));
  const [held, setHeld] = useState<DraftTarget | null>(null);
  const followed = selection ? 'words' : shot ? 'shot' : null;

  const take = (): void => {
    if (held) return;
    if (selection) setHeld(targetWords(workspace, selection));
    else if (shot) setHeld(targetShot(shot.id));
  };
  // A command elsewhere moves the focus into the box before this view has drawn: the target is taken as soon as both are there.
  useEffect(() => {
    const box = document.getElementById(NEW_THREAD_ID)?.querySelector('textarea');
    if (!held && box && document.activeElement === box && selection) setHeld(targetWords(workspace, selection));
  }, [held, selection, workspace]);

  if (held === null && followed === null) return <p className="mut new-thread-hint">{t('selectFirst')}</p>;
  const isWords = held ? held.target.kind === 'words' : followed === 'words';
  const heldShot = held?.target.kind === 'shot' ? held.target.id : null;
  return (
    <div className="new-thread" id={NEW_THREAD_ID}>
      <Composer
        draftKey={held?.key ?? (followed === 'words' ? 'new:words' : `new:shot:${shot?.id}`)}
        label={t(isWords ? 'newOnWords' : 'newOnShot')}
        placeholder={t(isWords ? 'newOnWords' : 'newOnShot')}
        onFocus={take}
        above={
          (held || !isWords) && (
            <div className="row thread-target">
              {isWords ? (
                <span className="thread-quote clip">{held?.quote}</span>
              ) : (
                <HeldShot id={heldShot ?? shot?.id ?? ''} />
              )}
              {held && (
                <button
                  type="button"
                  className="ib s"
                  aria-label={t('letGo')}
                  title={t('letGo')}
                  onClick={() => {
                    comments.keepDraft(held.key, '');
                    setHeld(null);
                  }}
                >
                  <X size={13} aria-hidden="true" />
                </button>
              )}
            </div>
          )
        }
        onSend={async (body, mentions) => {
          const target = held ?? (selection ? targetWords(workspace, selection) : targetShot(shot?.id ?? ''));
          const outcome = await comments.add({ body, mentions: [...mentions], target: target.target });
          if (outcome.ok) {
            setHeld(null);
            focus.setActiveThreadId(outcome.value.id);
          }
          return outcome;
        }}
      />
    </div>
  );
}

function HeldShot({ id }: { readonly id: string }) {
  const shot = useModel((model) => model.shotById.get(id));
  return shot ? (
    <span className="row thread-shot">
      <ShotLabel label={shot.label} hue={shot.hue} look="hollow" />
      <span className="clip">{shot.title}</span>
    </span>
  ) : null;
}
