/** Turns the model's shots into lines to draw, and its threads into marks. Pure. */
import type { GlyphState } from '../../ui/StateGlyph.tsx';
import { glyphOf } from '../approvals/gateState.ts';
import type { SceneView, ShotView, WordPlace, WorkspaceModel } from '../workspace/model/workspaceModel.ts';
import type { LineSource } from './lineLayer.ts';
import { isTight, type LineLook } from './linePath.ts';

/** Which lines are shown: all, or only those whose shots stand so at the prompt gate. */
export type StateFilter = 'all' | GlyphState;

export interface LineReading {
  readonly positionOf: (place: WordPlace) => number;
  readonly nameOf: (shot: ShotView) => string;
  readonly filter: StateFilter;
}

/** How a line looks: dotted while nothing about its shot was decided, broken by a zigzag when what was approved changed. */
export function lookOf(state: GlyphState): LineLook {
  return state === 'none' ? 'dotted' : state === 'stale' ? 'zigzag' : 'straight';
}

/** The lines of all placed shots; scenes where more than four run side by side are drawn narrow. */
export function lineSources({ shots, scenes }: WorkspaceModel, reading: LineReading): LineSource[] {
  const narrow = narrowScenes(scenes);
  return shots.flatMap((shot) => {
    if (shot.place.state !== 'placed') return [];
    const state = glyphOf(shot.gates.prompt.state);
    if (reading.filter !== 'all' && reading.filter !== state) return [];
    const from = reading.positionOf(shot.place.start);
    return {
      id: shot.id,
      label: shot.label,
      name: reading.nameOf(shot),
      colour: `var(--${shot.hue})`,
      lane: shot.lane,
      isTight: shot.sceneId !== null && narrow.has(shot.sceneId),
      state,
      look: lookOf(state),
      isHollow: state === 'none',
      from,
      to: Math.max(from, reading.positionOf(shot.place.end)),
    };
  });
}

function narrowScenes(scenes: readonly SceneView[]): ReadonlySet<string> {
  const narrow = new Set<string>();
  for (const { id, shots } of scenes) {
    const lanes = shots.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
    if (isTight(lanes)) narrow.add(id);
  }
  return narrow;
}

/** The shot whose line is nearest among those that cover a position: the shortest, as in the margin. */
export function shotAt(sources: readonly LineSource[], position: number): string | null {
  let best: LineSource | undefined;
  for (const source of sources) {
    if (source.from > position || source.to < position) continue;
    if (!best || source.to - source.from < best.to - best.from) best = source;
  }
  return best?.id ?? null;
}

/** The next (or previous) line in the order of the script, around the ends. */
export function neighbourOf(sources: readonly LineSource[], id: string | null, by: 1 | -1): string | null {
  if (sources.length === 0) return null;
  const order = [...sources].sort((a, b) => a.from - b.from || b.to - a.to);
  const at = order.findIndex((source) => source.id === id);
  const next = at < 0 ? (by === 1 ? 0 : order.length - 1) : (at + by + order.length) % order.length;
  return order[next]!.id;
}
