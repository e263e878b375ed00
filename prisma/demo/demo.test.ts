import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type Element,
  finalDraftLetter,
  paginate,
  parseHeading,
  readFountain,
  readScenes,
  speakerOf,
  writeFountain,
} from '../../packages/screenplay/src/index.ts';
import {
  approvalContent,
  CODE_FIELD_NAMES,
  type CoveredElement,
  compilePrompt,
  emptyShotFields,
  formatLabel,
  labelShots,
  readGateStatus,
  type ShotFields,
  vocabularyOf,
} from '../../packages/shots/src/index.ts';
import { DEMO_PEOPLE } from '../../packages/store/src/index.ts';
import { DEMO_SCRIPTS } from './demo.ts';
import type { DemoDecision, DemoScript, DemoShot } from './demoScript.ts';
import { placeWords } from './placeWords.ts';

const read = (script: DemoScript) => readFountain(readFileSync(new URL(script.file, import.meta.url), 'utf8'));

/** The covered elements of a shot, with words as they were. */
function coveredBy(elements: readonly Element[], shot: DemoShot, seen: DemoDecision['seen'] = []): CoveredElement[] {
  const { start, end } = placeWords(elements, shot.words);
  return elements.slice(start.ordinal, end.ordinal + 1).map((element, i, all) => {
    const from = i === 0 ? start.offset : 0;
    const text = element.text.slice(from, i === all.length - 1 ? end.offset : element.text.length);
    const before = elements.slice(0, start.ordinal + i).findLast(({ type }) => type === 'character');
    const isSpeech = ['dialogue', 'parenthetical'].includes(element.type) && before !== undefined;
    const was = seen.reduce((words, change) => words.replaceAll(change.now, change.was), text);
    return { id: element.id, type: element.type, from, text: was, ...(isSpeech ? { cue: speakerOf(before) } : {}) };
  });
}

const fieldsOf = (shot: DemoShot): ShotFields => ({ ...emptyShotFields(), ...shot.fields });

function contentOf(script: DemoScript, shot: DemoShot, gate: DemoDecision['gate'], seen: DemoDecision['seen'] = []) {
  const words = coveredBy(read(script).elements, shot, seen);
  return approvalContent({
    gate,
    words,
    fields: fieldsOf(shot),
    prompt: compilePrompt({ fields: fieldsOf(shot), words }),
  });
}

/** How a shot of the demo stands at a gate right after seeding. */
function stateOf(script: DemoScript, shot: DemoShot, gate: DemoDecision['gate']) {
  const rows = script.decisions
    .filter((decision) => decision.shot === shot.key && decision.gate === gate)
    .map(({ decision, by, minutesAgo, seen }, i) => {
      const { hash, hashVersion, components } = contentOf(script, shot, gate, seen);
      const at = new Date(Date.UTC(2026, 10, 22) - minutesAgo * 60_000).toISOString();
      return {
        id: `${i}`,
        decision,
        actor: { id: by, role: by },
        hash,
        hashVersion,
        components: components as Record<string, string | null>,
        at,
      };
    });
  return readGateStatus(rows, contentOf(script, shot, gate)).state;
}

describe.each(DEMO_SCRIPTS)('$title', (script) => {
  const { elements, title } = read(script);
  const scenes = readScenes(elements);
  const sceneOf = (ordinal: number) => scenes.findLast(({ from }) => from <= ordinal)!;

  test('is a short of about six pages whose title is its title', () => {
    expect(title.find(({ key }) => key === 'Title')?.value).toBe(script.title);
    expect(paginate(elements, finalDraftLetter).pages.length).toBeGreaterThanOrEqual(script.language === 'en' ? 5 : 4);
    expect(scenes.length).toBe(17);
  });

  test('has headings that say inside or outside and when', () => {
    for (const { from } of scenes) {
      const heading = parseHeading(elements[from]!.text);
      expect([heading.intExt !== undefined, heading.time !== '', heading.location !== '', heading.number]).toEqual([
        true,
        true,
        true,
        undefined,
      ]);
    }
  });

  test('comes out of Fountain as it went in', () => {
    const source = readFileSync(new URL(script.file, import.meta.url), 'utf8');
    expect(writeFountain(elements, title, read(script))).toBe(source);
  });

  test('says every quoted word', () => {
    const quoted = [...script.shots, ...script.beats].map(({ words }) => words);
    const commented = script.comments.flatMap(({ on }) => ('words' in on ? [on.words] : []));
    for (const words of [...quoted, ...commented]) {
      const { start, end } = placeWords(elements, words);
      expect(end.ordinal > start.ordinal || end.offset > start.offset, words.from).toBe(true);
      expect(sceneOf(start.ordinal).id, words.from).toBe(sceneOf(end.ordinal).id);
    }
  });

  test('names only shots, beats, people and codes that there are', () => {
    const [shots, beats] = [script.shots.map(({ key }) => key), script.beats.map(({ key }) => key)];
    expect([new Set(shots).size, new Set(beats).size]).toEqual([shots.length, beats.length]);
    for (const { beat } of script.shots) if (beat !== undefined) expect(beats).toContain(beat);
    for (const { on } of script.comments) {
      if ('shot' in on) expect(shots).toContain(on.shot);
      if ('beat' in on) expect(beats).toContain(on.beat);
    }
    for (const { shot } of script.decisions) expect(shots).toContain(shot);
    for (const { fields } of script.shots) {
      for (const name of CODE_FIELD_NAMES)
        if (fields[name] !== undefined) expect(Object.keys(vocabularyOf(name)), name).toContain(fields[name]);
    }
    const roles = Object.keys(DEMO_PEOPLE);
    for (const comment of script.comments)
      for (const { by, mentions = [] } of [comment, ...(comment.replies ?? [])])
        for (const role of [by, ...mentions]) expect(roles).toContain(role);
    for (const { by } of script.decisions) expect(['director', 'producer']).toContain(by);
  });

  test('keeps a beat in one scene, and its shots together', () => {
    for (const { key, words } of script.beats) {
      const own = script.shots.filter(({ beat }) => beat === key);
      const places = [words, ...own.map((shot) => shot.words)].map(
        (place) => sceneOf(placeWords(elements, place).start.ordinal).number,
      );
      expect(new Set(places).size, key).toBe(1);
    }
  });

  test('labels the night bus 12 to 12F or so, in the order of the list', () => {
    const labels = labelShots(
      script.shots.map((shot) => ({
        id: shot.key,
        scene: sceneOf(placeWords(elements, shot.words).start.ordinal).number,
      })),
    );
    const bus = script.shots.map(({ key }) => formatLabel(labels.get(key)!)).filter((label) => /^12/.test(label));
    expect(bus).toEqual(['12', '12A', '12B', '12C', '12D', '12E', '12F']);
    expect(formatLabel(labels.get('leverOut')!)).toBe('12C');
  });

  test('compiles every shot without an unknown code, and says so only where it means to', () => {
    const troubled = script.shots.filter((shot) => {
      const { warnings } = compilePrompt({ fields: fieldsOf(shot), words: coveredBy(elements, shot) });
      return warnings.some(
        ({ weight, code }) =>
          weight === 'error' || ['code.unknown', 'text.otherLanguage', 'move.static', 'avoid.negation'].includes(code),
      );
    });
    expect(troubled.map(({ key }) => key)).toEqual(['arc']);
  });

  test('starts with approved, stale and refused shots', () => {
    const states = (key: string) =>
      (['script', 'prompt'] as const).map((gate) =>
        stateOf(script, script.shots.find((shot) => shot.key === key)!, gate),
      );
    expect({
      shoulder: states('shoulder'),
      master: states('master'),
      leverOut: states('leverOut'),
      arc: states('arc'),
      split: states('split'),
    }).toEqual({
      shoulder: ['approved', 'approved'],
      master: ['approved', 'approved'],
      leverOut: ['stale', 'stale'],
      arc: ['none', 'changes'],
      split: ['none', 'none'],
    });
  });
});
