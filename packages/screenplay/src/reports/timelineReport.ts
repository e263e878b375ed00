/** Story lines over the scenes: acts, sections and tagged things, drawn as bars along the script's length. */
import type { ScriptFacts } from './scriptFacts.ts';
import { sumOf } from './scriptFacts.ts';
import type { TagDefinition } from './tagReport.ts';
import { readTagUses } from './tagUses.ts';

/** A scene on the time line: it begins `start` eighths after the first one. */
export interface TimelineScene {
  readonly id: string;
  readonly number: string;
  readonly start: number;
  readonly eighths: number;
}

/**
 * A story line. `id` is that of the element (act, section) or of the tag; `level` is a section's depth, 0 else; `scenes`
 * are indices of the report's scenes, ascending; `eighths` their sum.
 */
export interface StoryLine {
  readonly kind: 'act' | 'section' | 'tag';
  readonly id: string;
  readonly label: string;
  readonly level: number;
  readonly scenes: readonly number[];
  readonly eighths: number;
}

/** Scenes that are not omitted, and the lines over them: acts and sections in order, then tags by first use. */
export interface TimelineReport {
  readonly scenes: readonly TimelineScene[];
  readonly lines: readonly StoryLine[];
  readonly total: { readonly scenes: number; readonly eighths: number };
}

type Line = Omit<StoryLine, 'scenes' | 'eighths'> & { readonly scenes: Set<number> };

/**
 * A scene belongs to the act and to the sections that are open at its heading: an act up to its end or the next one, a
 * section up to the next of its depth or a higher one; and to every thing that is tagged in it.
 */
export function timelineReport(facts: ScriptFacts, definitions: readonly TagDefinition[]): TimelineReport {
  let start = 0;
  const at = new Map<number, number>();
  const scenes = facts.scenes.flatMap(({ id, number, eighths, isOmitted }, i) => {
    if (isOmitted) return [];
    start += eighths;
    at.set(i, at.size);
    return [{ id, number, start: start - eighths, eighths }];
  });
  const lines = [...readOutline(facts), ...readTagLines(facts, definitions)].map((line) => {
    const own = [...line.scenes].flatMap((scene) => at.get(scene) ?? []);
    return { ...line, scenes: own, eighths: own.reduce((sum, scene) => sum + scenes[scene]!.eighths, 0) };
  });
  return { scenes, lines, total: { scenes: scenes.length, eighths: sumOf(scenes, 'eighths') } };
}

function readOutline({ elements }: ScriptFacts): Line[] {
  const lines: Line[] = [];
  let act: Line | undefined;
  let sections: Line[] = [];
  let scene = -1;
  for (const { id, type, text, attrs } of elements) {
    if (type === 'actStart' || type === 'actEnd') act = undefined;
    if (type === 'actStart') {
      act = lineOf('act', id, text);
      lines.push(act);
    }
    if (type === 'section') {
      const section = { ...lineOf('section', id, text), level: attrs.level ?? 1 };
      sections = [...sections.filter(({ level }) => level < section.level), section];
      lines.push(section);
    }
    if (type !== 'heading') continue;
    scene++;
    act?.scenes.add(scene);
    for (const section of sections) section.scenes.add(scene);
  }
  return lines;
}

function readTagLines(facts: ScriptFacts, definitions: readonly TagDefinition[]): Line[] {
  const labels = new Map(definitions.map(({ id, label }) => [id, label]));
  const lines = new Map<string, Line>();
  for (const { tag, scene, words } of readTagUses(facts)) {
    const line = lines.get(tag) ?? lineOf('tag', tag, labels.get(tag) || words);
    lines.set(tag, line);
    if (scene !== undefined) line.scenes.add(scene);
  }
  return [...lines.values()];
}

function lineOf(kind: StoryLine['kind'], id: string, text: string): Line {
  return { kind, id, label: text.trim(), level: 0, scenes: new Set() };
}
