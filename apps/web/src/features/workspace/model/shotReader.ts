/** Shots joined with their words, prompts and decisions. Only a shot of which an input changed is compiled and hashed again. */
import type { ShotRecord } from '@tramline/collab';
import type { Element } from '@tramline/screenplay';
import {
  approvalContent,
  type CoveredElement,
  compilePrompt,
  GATES,
  type GateStatus,
  readGateStatus,
} from '@tramline/shots';
import type { ApprovalView, Gate } from '@tramline/wire';
import { keepData, keepList, keepObject } from './keepIdentity.ts';
import type { ScenePart } from './sceneReader.ts';
import type { ModelInput, ShotView, WordsPlace } from './workspaceModel.ts';

/** A shot with everything but what depends on its neighbours: label, hue, lane. */
export interface ShotPart {
  readonly record: ShotRecord;
  readonly place: WordsPlace;
  readonly scene: ScenePart | undefined;
}

interface Known {
  readonly words: readonly CoveredElement[];
  readonly covered: readonly Element[];
  readonly heading: Element | undefined;
  readonly compiled: Pick<ShotView, 'prompt' | 'contents' | 'content'>;
  readonly record: ShotRecord;
  readonly judged: Pick<ShotView, 'gates' | 'approvals'>;
}

export type ShotDetail = Pick<ShotView, 'words' | 'prompt' | 'content' | 'contents' | 'gates' | 'approvals'>;

const NO_DECISION: GateStatus<ApprovalView> = { state: 'none', approvals: [], needed: 1, outdated: [] };

/** The elements that a shot's words are read from: the covered ones and, before them, the speech that they belong to. */
function sourceOf(elements: readonly Element[], place: WordsPlace): readonly Element[] {
  if (place.state === 'orphaned') return [];
  let from = place.start.ordinal;
  while (from > 0 && isSpeech(elements[from]) && elements[from - 1]?.type !== 'heading') {
    from--;
    if (elements[from]?.type === 'character') break;
  }
  return elements.slice(from, place.end.ordinal + 1);
}
const isSpeech = (element: Element | undefined): boolean =>
  element?.type === 'dialogue' || element?.type === 'parenthetical' || element?.type === 'lyrics';

/** Gives the details of one shot after the other; what a shot had before is remembered by its id. */
export function createShotReader(): (
  part: ShotPart,
  input: Pick<ModelInput, 'elements' | 'cover'>,
  approvals: readonly ApprovalView[],
) => ShotDetail {
  const known = new Map<string, Known & { readonly place: WordsPlace }>();
  return (part, { elements, cover }, approvals) => {
    const { record, place, scene } = part;
    const old = known.get(record.id);
    const covered = keepList(old?.covered, sourceOf(elements, place));
    const sameWords = old && covered === old.covered && sameOffsets(old.place, place);
    const words = sameWords ? old.words : keepData(old?.words, place.state === 'placed' ? cover(place) : []);
    const heading = scene?.heading;
    const isSame =
      old && words === old.words && record.fields === old.record.fields && heading?.text === old.heading?.text;
    const compiled = isSame ? old.compiled : compile(record, words, heading, old?.compiled);
    const rows = keepList(old?.judged.approvals, approvals);
    const judged =
      old && compiled.contents === old.compiled.contents && rows === old.judged.approvals
        ? old.judged
        : judge(compiled.contents, rows, old?.judged);
    known.set(record.id, { words, covered, heading, compiled, record, judged, place });
    return { words, ...compiled, ...judged };
  };
}

function sameOffsets(a: WordsPlace, b: WordsPlace): boolean {
  return (
    a.state === 'placed' &&
    b.state === 'placed' &&
    a.start.offset === b.start.offset &&
    a.end.offset === b.end.offset &&
    a.end.ordinal - a.start.ordinal === b.end.ordinal - b.start.ordinal
  );
}

function compile(
  { fields }: ShotRecord,
  words: readonly CoveredElement[],
  heading: Element | undefined,
  old: Known['compiled'] | undefined,
): Known['compiled'] {
  const scene = heading ? { id: heading.id, heading: heading.text } : null;
  const prompt = keepData(old?.prompt, compilePrompt({ fields, words, scene }));
  const contents = keepData(old?.contents, {
    script: approvalContent({ gate: 'script', words, fields, prompt }),
    prompt: approvalContent({ gate: 'prompt', words, fields, prompt }),
  });
  return { prompt, contents, content: contents.prompt };
}

function judge(
  contents: ShotView['contents'],
  approvals: readonly ApprovalView[],
  old: Known['judged'] | undefined,
): Known['judged'] {
  const at = (gate: Gate): GateStatus<ApprovalView> => {
    if (gate !== 'script' && gate !== 'prompt') return NO_DECISION;
    const rows = approvals.filter((approval) => approval.gate === gate);
    return rows.length === 0 ? NO_DECISION : keepData(old?.gates[gate], readGateStatus(rows, contents[gate]));
  };
  const gates = Object.fromEntries(GATES.map((gate) => [gate, at(gate)])) as ShotView['gates'];
  return { gates: keepObject(old?.gates, gates), approvals };
}
