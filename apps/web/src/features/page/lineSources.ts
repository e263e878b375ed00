/** Turns the model's shots into lines to draw, and its threads into marks. Pure. */
import type { Element } from '@tramline/screenplay';
import { assignLanes, type CoveredElement, voiceOf } from '@tramline/shots';
import type { GlyphState } from '../../ui/StateGlyph.tsx';
import { glyphOf } from '../approvals/gateState.ts';
import type { ShotView, WordPlace, WorkspaceModel } from '../workspace/model/workspaceModel.ts';
import type { LineSource } from './lineLayer.ts';
import { isTight, type LineLook } from './linePath.ts';
import { readScriptRows, type ScriptRows } from './scriptRows.ts';

/** Which lines are shown: all, or only those whose shots stand so at the prompt gate. */
export type StateFilter = 'all' | GlyphState;

export interface LineReading {
  readonly positionOf: (place: WordPlace) => number;
  readonly nameOf: (shot: ShotView) => string;
  readonly filter: StateFilter;
  readonly language: 'en' | 'zh';
}

/** How a line looks: dotted while nothing about its shot was decided, broken by a zigzag when what was approved changed. */
function lookOf(state: GlyphState): LineLook {
  return state === 'none' ? 'dotted' : state === 'stale' ? 'zigzag' : 'straight';
}

/** The lines of all placed shots; scenes where more than four run side by side are drawn narrow. */
export function lineSources({ shots, elements }: WorkspaceModel, reading: LineReading): LineSource[] {
  const lanes = lanesOf(shots, readScriptRows(elements, reading.language));
  const narrow = narrowScenes(shots, lanes);
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
      lane: lanes.get(shot.id) ?? 0,
      isTight: shot.sceneId !== null && narrow.has(shot.sceneId),
      state,
      look: lookOf(state),
      isHollow: state === 'none',
      from,
      to: Math.max(from, reading.positionOf(shot.place.end)),
      offCamera: offCamera(shot, elements).map(({ start, end }) => ({
        from: reading.positionOf(start),
        to: reading.positionOf(end),
      })),
    };
  });
}

const isOffCamera = ({ type, cue, text }: CoveredElement): boolean =>
  voiceOf(type === 'character' ? text : (cue ?? '')) !== 'on';

/** The speeches of a shot whose cue says (O.S.), (V.O.), 画外音 …; those that follow each other are one stretch. */
function offCamera(shot: ShotView, elements: readonly Element[]): { start: WordPlace; end: WordPlace }[] {
  if (shot.place.state !== 'placed' || !shot.words.some(isOffCamera)) return [];
  const heard = new Map(shot.words.filter(isOffCamera).map((words) => [words.id, words]));
  const stretches: { start: WordPlace; end: WordPlace }[] = [];
  for (let ordinal = shot.place.start.ordinal; ordinal <= shot.place.end.ordinal; ordinal++) {
    const words = heard.get(elements[ordinal]?.id ?? '');
    if (!words) continue;
    const end = { ordinal, offset: words.from + words.text.length };
    const last = stretches.at(-1);
    if (last?.end.ordinal === ordinal - 1) last.end = end;
    else stretches.push({ start: { ordinal, offset: words.from }, end });
  }
  return stretches;
}

/** The lanes by the rows that lines take; the model knows elements only, which are of very different heights. */
function lanesOf(shots: readonly ShotView[], rows: ScriptRows): ReadonlyMap<string, number> {
  return assignLanes(
    shots.flatMap(({ id, place }) =>
      place.state === 'placed' ? [{ id, from: rows.rowOf(place.start), to: rows.rowOf(place.end) }] : [],
    ),
  );
}

function narrowScenes(shots: readonly ShotView[], lanes: ReadonlyMap<string, number>): ReadonlySet<string> {
  const narrow = new Set<string>();
  for (const { id, sceneId } of shots) if (sceneId !== null && isTight((lanes.get(id) ?? 0) + 1)) narrow.add(sceneId);
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
