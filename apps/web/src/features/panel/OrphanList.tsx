'use client';
import { Link2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { useReattach } from '../shots/useReattach.ts';
import { useModel, useWorkspace, useWorkspaceFocus } from '../workspace/useWorkspace.ts';

/** Shots whose words are gone, each with the words that they were, to be hung onto others. Nothing while there is none. */
export function OrphanList({ mayEdit }: { readonly mayEdit: boolean }) {
  const t = useTranslations('shots');
  const orphans = useModel((model) => model.orphans);
  const { focus } = useWorkspace();
  const hasSelection = useWorkspaceFocus((state) => state.selection !== null);
  const reattach = useReattach();
  if (orphans.length === 0) return null;
  return (
    <section className="orphans" aria-label={t('orphans')}>
      <h3 className="cap">{t('orphans')}</h3>
      <ul>
        {orphans.map((shot) => (
          <li key={shot.id} className="orphan" data-s={shot.id}>
            <div className="row">
              <button type="button" className="orphan-title clip grow" onClick={() => focus.setSelectedShotId(shot.id)}>
                {shot.title || t('untitled')}
              </button>
              <Chip state="stale">{t('coversNothing')}</Chip>
            </div>
            {shot.place.state === 'orphaned' && shot.place.quote !== '' && (
              <p className="diff orphan-quote">{shot.place.quote}</p>
            )}
            {mayEdit && (
              <div className="row">
                <Button
                  size="small"
                  icon={<Link2 size={13} aria-hidden="true" />}
                  disabled={!hasSelection}
                  onClick={() => reattach(shot.id)}
                >
                  {t('reattach')}
                </Button>
                {!hasSelection && <small>{t('reattachHint')}</small>}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
