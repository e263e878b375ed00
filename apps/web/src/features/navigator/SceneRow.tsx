'use client';
import { useTranslations } from 'next-intl';
import { type CSSProperties, memo } from 'react';
import { whoColour } from '../../ui/Avatar.tsx';
import { CoverageBar } from '../../ui/CoverageBar.tsx';
import { GateRow } from '../../ui/GateRow.tsx';
import { glyphOf } from '../approvals/gateState.ts';
import type { SceneView } from '../workspace/model/workspaceModel.ts';

const GATES = ['script', 'prompt', 'picture', 'final'] as const;

/** A person whose caret is in a scene. */
export interface PersonHere {
  readonly id: string;
  readonly name: string;
}

export interface SceneRowProps {
  readonly scene: SceneView;
  /** The page on which it begins; absent until there are pages. */
  readonly page: string | undefined;
  readonly isOn: boolean;
  readonly people: readonly PersonHere[];
  readonly onOpen: (id: string) => void;
}

/** A scene in the navigator: number, where, length, where it is covered, how it stands, who is in it. */
export const SceneRow = memo(function SceneRow({ scene, page, isOn, people, onOpen }: SceneRowProps) {
  const t = useTranslations('navigator');
  const [, whole = '', part = ''] = /^(\d*)\s*(\d\/8)?$/.exec(scene.eighths) ?? [];
  return (
    <li>
      <button
        type="button"
        className={isOn ? 'sc on' : 'sc'}
        aria-current={isOn || undefined}
        data-scene={scene.id}
        onClick={() => onOpen(scene.id)}
      >
        <span className="scn num">
          {scene.number}
          {people.length > 0 && (
            <span className="here">
              {people.map(({ id, name }) => (
                <i
                  key={id}
                  role="img"
                  style={{ '--who': whoColour(id) } as CSSProperties}
                  aria-label={t('isHere', { name })}
                  title={t('isHere', { name })}
                />
              ))}
            </span>
          )}
        </span>
        <span className="scb">
          <span className="row g6">
            <span className="clip scl">
              {scene.intExt && <span className="ie">{scene.intExt}</span>} {scene.title || t('untitled')}
            </span>
            {page && (
              <span className="num scp" title={t('onPage', { page })}>
                {page}
              </span>
            )}
          </span>
          <span className="row g6 scm">
            <span className="num len">
              {whole}
              {part && <span className="fr">{whole ? ` ${part}` : part}</span>}
            </span>
            <CoverageBar parts={scene.coverage} label={t('coverageOf', { share: coveredShare(scene.coverage) })} />
            <GateRow
              states={GATES.map((gate) => glyphOf(scene.worst[gate]))}
              label={GATES.map((gate) => t('gateState', { gate, state: scene.worst[gate] })).join(', ')}
            />
          </span>
        </span>
      </button>
    </li>
  );
});

function coveredShare(parts: SceneView['coverage']): number {
  return parts.reduce((sum, { from, to }) => sum + to - from, 0);
}
