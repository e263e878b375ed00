'use client';
import { useLocale } from 'next-intl';
import { ShotLabel } from '../../ui/ShotLabel.tsx';
import { usePaletteProvider } from '../palette/paletteProviders.ts';
import { labelLook } from '../shots/labelLook.ts';
import { shotSummary } from '../shots/shotSummary.ts';
import type { ShotView } from '../workspace/model/workspaceModel.ts';
import { useWorkspace } from '../workspace/useWorkspace.ts';

/** Offers every shot in the palette: found by label, name, what it is and the words it covers. */
export function useShotItems(go?: (shot: ShotView) => void): void {
  const { model, commands } = useWorkspace();
  const language = useLocale() === 'zh' ? 'zh' : 'en';
  usePaletteProvider(() =>
    model.getSnapshot().shots.map((shot) => {
      const summary = shotSummary(shot.record.fields, language);
      return {
        id: `shot:${shot.id}`,
        group: 'shots',
        title: [shot.label, shot.title || summary].filter(Boolean).join(' '),
        detail: shot.title ? summary : '',
        keywords: shot.words
          .map(({ text }) => text)
          .join(' ')
          .slice(0, 400),
        icon: <ShotLabel label={shot.label} hue={shot.hue} look={labelLook(shot)} />,
        run: () => (go ? go(shot) : commands.revealShot(shot.id)),
      };
    }),
  );
}
