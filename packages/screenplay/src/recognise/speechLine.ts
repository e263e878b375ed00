/** Speeches run in after a name: `张三：（低声）…`, with extensions, suffixes and half-width marks. */
import { foldWidth, hasHan } from './flow.ts';
import { perLine } from './perLine.ts';
import { joinWords, plainWords, sliceWords, type Words } from './words.ts';

/** The parts of a run-in speech; `parenthetical` and `dialogue` are absent where there is none. */
export interface SpeechLine {
  readonly cue: Words;
  readonly name: string;
  readonly parenthetical: Words | undefined;
  readonly dialogue: Words | undefined;
}

/** Up to 24 characters without sentence marks, brackets after them, a colon. On folded text. */
const pattern =
  /^([^\s:(),.。!?;“”"'‘’【】[\]△▲《》…<>=][^:(),。!?;“”"【】[\]△▲《》…<>=\n]{0,23}?)\s*((?:\([^():]{1,20}\)\s*)*):(?!\/\/)\s*/;

/** Labels that nobody speaks under. Those of `peopleLine` stand there. */
const notSpoken =
  /^(?:字幕|音效|特效|画面|镜头|转场|切至|切到|叠化|淡入|淡出|闪回|闪出|注|注意|备注|提示|背景音乐|音乐|BGM|OS|INT|EXT|CUT TO|FADE IN|FADE TO|DISSOLVE TO)$/i;

/** Prose before a quotation: `他低声说：“走。”` */
const prose = /(?:说道?|道|问道?|喊道?|叫道?|写着|显示|答道?|曰|是|为|如下|想道?|看到|听到|只见|原来|提示|标题)$/;

/** What brackets after a name may hold besides a direction: where the voice comes from. */
const extension =
  /^(?:V\.?\s?O\.?|O\.?\s?S\.?|O\.?\s?C\.?|CONT['’]?D\.?|PRE-?LAP|SUBTITLE|TEXT|画外音?|旁白|(?:内心)?独白|内心|心声|心里话?|电话(?:里|中|那头)?|字幕|续|回忆)$/i;

const suffix = /^(.*\p{Script=Han})\s*(V\.?O\.?|O\.?S\.?|画外音|旁白|内心独白|独白|心声)$/iu;

/** The colon that ends the name may be ASCII or full-width. Undefined where the line is no speech. */
export const readSpeechLine: (line: Words) => SpeechLine | undefined = perLine(readSpeech);

function readSpeech(line: Words): SpeechLine | undefined {
  const folded = foldWidth(line.text);
  const found = pattern.exec(folded);
  if (!found) return undefined;
  const [whole, name, brackets] = found as unknown as [string, string, string];
  if (!mayBeName(name.trim(), folded.slice(whole.length))) return undefined;
  const nameEnd = name.length;
  const bracketsFrom = folded.indexOf(brackets, nameEnd);
  const [extensions, directions] = splitBrackets(line, brackets, bracketsFrom);
  const spoken = sliceWords(line, whole.length);
  const lead = directions ?? leadOf(spoken);
  const dialogue = lead !== undefined && directions === undefined ? sliceWords(spoken, lead.text.length) : spoken;
  return {
    cue: cueOf(sliceWords(line, 0, nameEnd), extensions),
    name: name.trim(),
    parenthetical: lead,
    dialogue: dialogue.text === '' ? undefined : dialogue,
  };
}

function mayBeName(name: string, rest: string): boolean {
  if (/^[\d\s.、-]*$/.test(name) || notSpoken.test(name) || (/\d$/.test(name) && /^\d/.test(rest))) return false;
  if (hasHan(name)) return name.length <= 14 && !(prose.test(name) && /^\s*["“”「『《]|^\s*$/.test(rest));
  return name.split(/\s+/).length <= 3 && /^[\p{Lu}\p{Lo}]/u.test(name);
}

/** `（低声）` is a direction, `（画外音）` part of the cue. */
function splitBrackets(line: Words, brackets: string, from: number): [Words | undefined, Words | undefined] {
  if (brackets.trim() === '') return [undefined, undefined];
  const parts = brackets.match(/\([^()]*\)/g)!;
  const isExtension = (part: string) => extension.test(part.slice(1, -1).trim());
  const count = parts.findIndex((part) => !isExtension(part));
  const cut = count < 0 ? brackets.length : brackets.indexOf(parts[count]!);
  const before = sliceWords(line, from, from + cut);
  const after = sliceWords(line, from + cut, from + brackets.length);
  return [before.text === '' ? undefined : before, after.text === '' ? undefined : after];
}

function leadOf(spoken: Words): Words | undefined {
  const found = /^[(（][^()（）\n]*[)）]/.exec(spoken.text);
  return found ? sliceWords(spoken, 0, found[0].length) : undefined;
}

/** `张三VO` as `张三（VO）`, so that both are one speaker. */
function cueOf(name: Words, extensions: Words | undefined): Words {
  const found = suffix.exec(name.text);
  const cue = found
    ? joinWords(
        joinWords(sliceWords(name, 0, found[1]!.length), '（', sliceWords(name, name.text.length - found[2]!.length)),
        '',
        plainWords('）'),
      )
    : name;
  return extensions ? joinWords(cue, '', extensions) : cue;
}

/** `【VO：…】`, `【张三OS：…】`: a voice in brackets, as the speech line it stands for; undefined for other brackets. */
export function readVoiceInBrackets(line: Words): SpeechLine | undefined {
  if (!/^[【〖[].*[】〗\]]$/s.test(line.text)) return undefined;
  const inner = sliceWords(line, 1, line.text.length - 1);
  const found = /^(.*?)(?:V\.?O\.?|O\.?S\.?|画外音|旁白|内心独白|独白)\s*[:：]/i.exec(inner.text);
  if (!found || !/^[^\s，。！？、]{0,12}\s*$/u.test(found[1]!)) return undefined;
  const head = sliceWords(inner, 0, found[0].length - 1);
  const spoken = sliceWords(inner, found[0].length);
  const parenthetical = leadOf(spoken);
  const dialogue = parenthetical ? sliceWords(spoken, parenthetical.text.length) : spoken;
  return {
    cue: cueOf(head, undefined),
    name: head.text,
    parenthetical,
    dialogue: dialogue.text === '' ? undefined : dialogue,
  };
}
