'use client';
import { createAnchor, followGround, openScript } from '@tramline/collab';
import { ChevronDown, ChevronRight, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../../ui/Button.tsx';
import { CoverageBar } from '../../ui/CoverageBar.tsx';
import { useWorkspace } from '../workspace/useWorkspace.ts';
import { LIST_COLUMNS } from './ListHead.tsx';
import type { ListItem } from './listItems.ts';
import { addBeat } from './shotEdits.ts';

export interface SceneHeadRowProps {
  readonly item: Extract<ListItem, { kind: 'scene' }>;
  readonly rowIndex: number;
  readonly mayEdit: boolean;
  readonly onFold: (sceneKey: string) => void;
  /** A beat was made here, and wants a name. */
  readonly onBeat: (beatId: string) => void;
}

/** The head of a scene: its number, heading, coverage, and how much is in it. */
export function SceneHeadRow({ item, rowIndex, mayEdit, onFold, onBeat }: SceneHeadRowProps) {
  const t = useTranslations('shots');
  const { shotsRoom, scriptRoom } = useWorkspace();
  const { scene, count, seconds, isFolded } = item;
  const percent = scene ? scene.coverage.reduce((sum, { from, to }) => sum + to - from, 0) : 0;
  const makeBeat = (): void => {
    if (!scene) return;
    const ground = followGround(openScript(scriptRoom.doc));
    const end = { ordinal: scene.from, offset: scene.heading.text.length };
    onBeat(addBeat(shotsRoom.doc, t('beatNew'), createAnchor(ground, { ordinal: scene.from, offset: 0 }, end)));
  };
  return (
    <tr className="gh" aria-rowindex={rowIndex}>
      <th colSpan={LIST_COLUMNS} scope="rowgroup">
        <div className="row">
          <button
            type="button"
            className="fold"
            aria-expanded={!isFolded}
            aria-label={t('fold', { number: scene?.number ?? '' })}
            onClick={() => onFold(scene?.id ?? 'before')}
          >
            {isFolded ? <ChevronRight size={13} aria-hidden="true" /> : <ChevronDown size={13} aria-hidden="true" />}
          </button>
          {scene ? (
            <>
              <b className="num">{scene.number}</b>
              <b className="clip scene-heading">{scene.heading.text}</b>
              <span className="scene-cover">
                <CoverageBar parts={scene.coverage} label={t('coverageOf', { number: scene.number, percent })} />
              </span>
            </>
          ) : (
            <b>{t('outsideScenes')}</b>
          )}
          <span className="mut num">
            {scene && `${scene.eighths} · `}
            {t('groupCount', { count, seconds })}
          </span>
          <span className="grow" />
          {mayEdit && scene && !isFolded && (
            <Button
              size="small"
              kind="quiet"
              className="add-beat"
              icon={<Plus size={13} aria-hidden="true" />}
              onClick={makeBeat}
            >
              {t('beat')}
            </Button>
          )}
        </div>
      </th>
    </tr>
  );
}
