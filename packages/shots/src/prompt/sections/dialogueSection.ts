/** The spoken words, taken live from the script, each line in the way the model reads speech. */
import { type CoveredElement, speakerName, type Voice, voiceOf, type WordsRange } from '../../coveredElement.ts';
import type { ModelProfile } from '../../model.ts';
import type { Language } from '../../vocabulary/term.ts';
import type { Phrase, Sentence } from './clause.ts';
import { LEXICON } from './lexicon.ts';

/** Words of the script in the prompt. */
interface Said {
  readonly text: string;
  readonly words?: WordsRange;
}
/** One speech: who, how, from where, what. */
interface Line {
  readonly name: Said;
  readonly voice: Voice;
  readonly delivery: readonly Said[];
  readonly spoken: Said;
}

/** `[from, to)` of a covered element's text without white space at its ends; white space inside is written as spaces. */
function saidOf(element: CoveredElement, from = 0, to = element.text.length): Said {
  const raw = element.text.slice(from, to);
  const start = element.from + from + raw.length - raw.trimStart().length;
  const text = raw.trim().replace(/\s/g, ' ');
  return { text, words: { element: element.id, from: start, to: start + text.length } };
}

/** The words of a parenthetical without its brackets. */
function deliveryOf(element: CoveredElement): Said {
  const [open, close] = [/^\s*[(（]/.exec(element.text)?.[0].length ?? 0, /[)）]\s*$/.exec(element.text)?.index];
  return saidOf(element, open, Math.max(open, close ?? element.text.length));
}

/** A bracket at the head of a speech says how it is spoken; Chinese scripts write it so. */
const leading = /^\s*[(（]([^()（）]{1,60})[)）]\s*/;

/** A speech with its delivery: brackets on lines before it and at its own head. */
function lineOf(element: CoveredElement, name: Said, voice: Voice, before: readonly Said[]): Line {
  const inline = leading.exec(element.text);
  const delivery = inline === null ? before : [...before, deliveryOf({ ...element, text: inline[0].trimEnd() })];
  return {
    name,
    voice,
    delivery: delivery.filter(({ text }) => text !== ''),
    spoken: saidOf(element, inline?.[0].length ?? 0),
  };
}

/** All covered speeches in order. A covered cue lends its words to the name. */
function readLines(words: readonly CoveredElement[], language: Language): Line[] {
  const lines: Line[] = [];
  let cue: CoveredElement | undefined;
  let delivery: Said[] = [];
  for (const element of words) {
    if (element.type === 'character') {
      cue = element;
      delivery = [];
    } else if (element.type === 'parenthetical') delivery.push(deliveryOf(element));
    else if (element.type === 'dialogue' || element.type === 'lyrics') {
      const text = speakerName(element.cue ?? cue?.text ?? '') || LEXICON[language].somebody;
      const isCovered = cue !== undefined && (element.cue === undefined || speakerName(cue.text) === text);
      const name = isCovered ? { text, words: saidOf(cue!).words! } : { text };
      // A covered element's cue is the bare name; only the cue itself, when it is covered, has the extension.
      const voice = voiceOf(isCovered ? cue!.text : (element.cue ?? ''));
      lines.push(lineOf(element, name, voice, delivery));
      delivery = [];
    } else {
      cue = undefined;
      delivery = [];
    }
  }
  return lines.filter(({ spoken }) => spoken.text !== '');
}

const phrase = ({ text, words }: Said): Phrase =>
  words === undefined ? { text, field: 'dialogue' } : { text, field: 'dialogue', words };
const say = (text: string): Phrase => ({ text, field: 'dialogue' });

/** Deliveries with a comma between them, a mark before and a mark behind; nothing when there are none. */
function listed(items: readonly Phrase[], before: string, between: string, behind: string): Phrase[] {
  if (items.length === 0) return [];
  const inner = items.flatMap((item, i) => (i === 0 ? [item] : [say(between), item]));
  return behind === '' ? [say(before), ...inner] : [say(before), ...inner, say(behind)];
}

const saysEn: Readonly<Record<Voice, string>> = { on: ' says', off: ' says off screen', over: ' says in voice-over' };
const saysZh: Readonly<Record<Voice, string>> = { on: '说', off: '在画外说', over: '以旁白说' };

/** Jun says, not looking up: “…” · 小骏（头也不抬）说：“…” */
function saysPhrases({ name, voice, delivery, spoken }: Line, language: Language): Phrase[] {
  const how = delivery.map(phrase);
  const head =
    language === 'en'
      ? [phrase(name), say(saysEn[voice]), ...listed(how, ', ', ', ', ''), say(': “')]
      : [phrase(name), ...listed(how, '（', '，', '）'), say(`${saysZh[voice]}：“`)];
  return [...head, phrase(spoken), say('”')];
}

const toneEn: Readonly<Record<Voice, string>> = { on: '', off: 'off screen', over: 'voice-over' };
const toneZh: Readonly<Record<Voice, string>> = { on: '', off: '画外音', over: '旁白' };

/** [Jun: not looking up]: "…" · [小骏：头也不抬]：“…” */
function bracketPhrases({ name, voice, delivery, spoken }: Line, language: Language): Phrase[] {
  const tone = (language === 'en' ? toneEn : toneZh)[voice];
  const how = [...(tone === '' ? [] : [say(tone)]), ...delivery.map(phrase)];
  return language === 'en'
    ? [say('['), phrase(name), ...listed(how, ': ', ', ', ''), say(']: "'), phrase(spoken), say('"')]
    : [say('['), phrase(name), ...listed(how, '：', '，', ''), say(']：“'), phrase(spoken), say('”')];
}

/** A sentence for every covered speech. */
export function dialogueSentences(
  words: readonly CoveredElement[],
  profile: ModelProfile,
  language: Language,
): Sentence[] {
  return readLines(words, language).map((line) => {
    const phrases = profile.dialogue === 'says' ? saysPhrases(line, language) : bracketPhrases(line, language);
    return { section: 'dialogue', clauses: [{ field: 'dialogue', join: '', phrases }], isClosed: true };
  });
}
