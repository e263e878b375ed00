/** The whole model from its inputs. Called again with new inputs it costs what changed, and keeps the identity of the rest. */
import type { ShotRecord } from '@tramline/collab';
import type { Profile } from '@tramline/screenplay';
import { assignLanes, compareOrder, formatLabel, GATES, labelShots, lineHue } from '@tramline/shots';
import type { Anchor, ApprovalView, Gate } from '@tramline/wire';
import { keepData, keepList, keepObject } from './keepIdentity.ts';
import { createCoverageReader } from './sceneCoverage.ts';
import { createSceneReader, type ScenePart, sceneAt } from './sceneReader.ts';
import { createShotReader, type ShotPart } from './shotReader.ts';
import { createThreadReader } from './threadView.ts';
import type { BeatView, ModelInput, SceneView, ShotView, WordsPlace, WorkspaceModel } from './workspaceModel.ts';
import { worstState } from './worstState.ts';

/** Makes the function that derives models. `profile` measures the scenes' lengths. */
export function createDerivation(profile: Profile): (input: ModelInput) => WorkspaceModel {
  const readScenes = createSceneReader(profile);
  const readCoverage = createCoverageReader();
  const readShot = createShotReader();
  const readThreads = createThreadReader();
  let before: WorkspaceModel | undefined;
  let records = new Map<string, ShotRecord>();
  let sceneViews = new Map<string, SceneView>();
  let beatViews = new Map<string, BeatView>();

  return (input) => {
    const { elements } = input;
    const parts = readScenes(elements);
    records = new Map(input.shots.map((record) => [record.id, keepRecord(records.get(record.id), record)]));
    const placed = placeShots([...records.values()], input, parts, before);
    const shots = viewShots(placed, input, readShot, before);
    const shotById = new Map(shots.map((shot) => [shot.id, shot]));

    const spans = shots.flatMap(({ place }) => (place.state === 'placed' ? [place] : []));
    const coverage = readCoverage(elements, parts, spans);
    const byScene = groupBy(shots, ({ sceneId }) => sceneId);
    sceneViews = new Map(
      parts.map((part) => [
        part.id,
        viewScene(part, byScene.get(part.id) ?? [], coverage.get(part.id)?.spans ?? [], sceneViews.get(part.id)),
      ]),
    );
    const byBeat = groupBy(shots, ({ record }) => record.beat);
    beatViews = new Map(
      input.beats
        .toSorted(compareOrder)
        .map((record) => [
          record.id,
          viewBeat(
            record,
            byBeat.get(record.id) ?? [],
            sceneOfAnchor(record.anchor, input, parts),
            beatViews.get(record.id),
          ),
        ]),
    );
    const threads = readThreads(input.comments, ({ target }) =>
      target?.kind === 'words' ? placeOf(target.anchor, input) : { state: 'orphaned', quote: '' },
    );

    const totals = [...coverage.values()].reduce(
      (sum, { words, coveredWords }) => ({ words: sum.words + words, covered: sum.covered + coveredWords }),
      { words: 0, covered: 0 },
    );
    const kept = keepList(before?.shots, shots);
    before = keepObject(before, {
      elements: keepList(before?.elements, elements),
      scenes: keepList(before?.scenes, [...sceneViews.values()]),
      shots: kept,
      shotById: before && kept === before.shots ? before.shotById : shotById,
      beats: keepList(before?.beats, [...beatViews.values()]),
      threads,
      orphans: keepList(
        before?.orphans,
        shots.filter(({ place }) => place.state === 'orphaned'),
      ),
      coverage: totals.words === 0 ? 0 : totals.covered / totals.words,
    });
    return before;
  };
}

/** The very same record, fields and anchor as long as they say the same: what is derived from them is then not derived again. */
function keepRecord(old: ShotRecord | undefined, record: ShotRecord): ShotRecord {
  if (!old || old === record) return record;
  return keepObject(old, {
    ...record,
    anchor: keepData(old.anchor, record.anchor),
    fields: keepData(old.fields, record.fields),
  });
}

function placeOf(anchor: Anchor | null, { resolve }: ModelInput): WordsPlace {
  if (!anchor) return { state: 'orphaned', quote: '' };
  const place = resolve(anchor);
  return place.state === 'placed'
    ? { state: 'placed', start: place.start, end: place.end }
    : { state: 'orphaned', quote: anchor.quote };
}

function sceneOfAnchor(anchor: Anchor | null, input: ModelInput, scenes: readonly ScenePart[]): string | null {
  const place = anchor && input.resolve(anchor);
  return place?.state === 'placed' ? (sceneAt(scenes, place.start.ordinal)?.id ?? null) : null;
}

/** Placed shots by the scene that they begin in and their order in it; those without words last. */
function placeShots(
  records: readonly ShotRecord[],
  input: ModelInput,
  scenes: readonly ScenePart[],
  before: WorkspaceModel | undefined,
): ShotPart[] {
  const parts = records.map((record): ShotPart => {
    const place = keepData(before?.shotById.get(record.id)?.place, placeOf(record.anchor, input));
    return { record, place, scene: place.state === 'placed' ? sceneAt(scenes, place.start.ordinal) : undefined };
  });
  const rank = ({ place, scene }: ShotPart): number =>
    place.state === 'orphaned' ? Number.MAX_SAFE_INTEGER : (scene?.from ?? -1);
  return parts.sort((a, b) => rank(a) - rank(b) || compareOrder(a.record, b.record));
}

function viewShots(
  parts: readonly ShotPart[],
  input: ModelInput,
  readShot: ReturnType<typeof createShotReader>,
  before: WorkspaceModel | undefined,
): ShotView[] {
  const labels = labelShots(
    parts.map(({ record, place, scene }) => ({
      id: record.id,
      scene: place.state === 'placed' ? (scene?.number ?? '0') : null,
    })),
  );
  const decisions = groupBy<ApprovalView, string>(input.approvals, ({ shotId }) => shotId);
  const lanes = assignLanes(
    parts.flatMap(({ record, place }) =>
      place.state === 'placed' ? [{ id: record.id, from: place.start.ordinal, to: place.end.ordinal }] : [],
    ),
  );
  const nth = new Map<string | null, number>();
  return parts.map((part) => {
    const { record, place, scene } = part;
    const sceneId = place.state === 'placed' ? (scene?.id ?? null) : null;
    const count = place.state === 'placed' ? (nth.get(sceneId) ?? 0) : 0;
    nth.set(sceneId, count + 1);
    const label = labels.get(record.id);
    return keepObject(before?.shotById.get(record.id), {
      id: record.id,
      record,
      label: label ? formatLabel(label) : '',
      title: record.fields.title,
      sceneId,
      hue: lineHue(count),
      lane: lanes.get(record.id) ?? 0,
      place,
      ...readShot(part, input, decisions.get(record.id) ?? []),
    });
  });
}

function viewScene(
  part: ScenePart,
  shots: readonly ShotView[],
  coverage: SceneView['coverage'],
  old: SceneView | undefined,
): SceneView {
  const worst = Object.fromEntries(
    GATES.map((gate: Gate) => [gate, worstState(shots.map(({ gates }) => gates[gate].state))]),
  ) as SceneView['worst'];
  return keepObject(old, {
    ...part,
    shots: keepList(old?.shots, shots),
    coverage: keepData(old?.coverage, coverage),
    worst: keepObject(old?.worst, worst),
  });
}

function viewBeat(
  record: BeatView['record'],
  shots: readonly ShotView[],
  sceneId: string | null,
  old: BeatView | undefined,
): BeatView {
  const kept = keepData(old?.record, record);
  return keepObject(old, {
    id: record.id,
    record: kept,
    title: record.title,
    sceneId: sceneId ?? shots[0]?.sceneId ?? null,
    shots: keepList(old?.shots, shots),
  });
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
