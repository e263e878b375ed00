'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { guardLeaving } from '../shell/useGo.ts';
import { useWorkspace } from '../workspace/useWorkspace.ts';
import { downloadCopy } from './downloadCopy.ts';
import { isOutside, leavesScript } from './leavingLink.ts';
import { useSaved } from './useSaved.ts';

/**
 * Says across the screen when words are not safe, or will not be, and what to do. Asks before the page is left while words
 * are nowhere but on the screen.
 */
export function SaveBanner() {
  const t = useTranslations('sync');
  const { scriptRoom, shotsRoom, script } = useWorkspace();
  const { state, cause } = useSaved();
  const [isDropping, setDropping] = useState(false);

  useEffect(() => {
    const rooms = [scriptRoom, shotsRoom];
    const warn = (event: BeforeUnloadEvent): void => {
      if (rooms.some((room) => room.mayLoseWords)) event.preventDefault();
    };
    // Links within the app change the screen without an unload: they are asked about before anything else hears of them.
    const scriptPath = `/projects/${script.projectId}/scripts/${script.id}`;
    const isAllowed = (): boolean =>
      !rooms.some((room) => room.mayLoseWords && !room.keepsWords) || confirm(t('leave'));
    const ask = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
      if (!link || !leavesScript(link, event, scriptPath)) return;
      if (isAllowed()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener('beforeunload', warn);
    addEventListener('click', ask, true);
    const unguard = guardLeaving((path) => !isOutside(path, scriptPath) || isAllowed());
    return () => {
      unguard();
      removeEventListener('beforeunload', warn);
      removeEventListener('click', ask, true);
    };
  }, [scriptRoom, shotsRoom, script.projectId, script.id, t]);

  if (state !== 'notSaved' || !cause) return null;
  const isFinal = cause !== 'deviceMissing' && cause !== 'deviceFull';
  const takeServers = async (): Promise<void> => {
    setDropping(true);
    await Promise.all([scriptRoom.discardCopy(), shotsRoom.discardCopy()]);
    location.reload();
  };
  return (
    <div className="save-banner">
      <Banner
        kind="danger"
        title={t(`why.${cause}`)}
        action={
          <>
            <Button size="small" onClick={() => downloadCopy(scriptRoom, script.title)}>
              {t('download')}
            </Button>
            {isFinal && (
              <Button size="small" kind="quiet" busy={isDropping} onClick={() => void takeServers()}>
                {t('takeServers')}
              </Button>
            )}
          </>
        }
      >
        {t(`what.${cause}`)}
      </Banner>
    </div>
  );
}
