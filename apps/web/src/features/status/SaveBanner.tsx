'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { useWorkspace } from '../workspace/useWorkspace.ts';
import { downloadCopy } from './downloadCopy.ts';
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
    const warn = (event: BeforeUnloadEvent): void => {
      if (scriptRoom.mayLoseWords || shotsRoom.mayLoseWords) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [scriptRoom, shotsRoom]);

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
