/** What single lines of the Chinese domestic format say by their marks. Source: Chinese screenplays and the guides for them. */
import { parseHeading } from '../heading.ts';
import { type Draft, draftOf } from './draft.ts';
import { type FlowLine, foldWidth, hasHan } from './flow.ts';
import { perLine } from './perLine.ts';
import { readVoiceInBrackets, type SpeechLine } from './speechLine.ts';
import { sliceWords } from './words.ts';

const actionMark = /^[△▲∆Δ▵]\s*/;
const episode =
  /^第\s*(?:[0-9]+|[〇零一二三四五六七八九十百两]+)\s*([集回季部幕章])(?=$|[\s:《、.])[^。!?;]{0,30}$|^[一二三四五六七八九十]+\s*、?\s*(?:幕)$/;
const people =
  /^(?:出场人物|登场人物|场上人物|主要人物|人物|出场|角色|演员|人|时间|地点|地|时|景别|道具|服装|服化道|群演|备注)\s*:/;
const transitionLine =
  /^(?:切至|切入|切到|切回|淡入|淡出|叠化|叠入|化入|化出|渐隐|渐显|黑场|转场|硬切|闪白|闪黑|划像)(?:黑场)?\s*[:。.]?$/;
const shotLine = /^(?:大?特写|近景|中景|全景|大?远景|空镜头?|航拍|俯拍|仰拍|主观镜头|跟拍|摇镜头?|推镜头?|拉镜头?)\s*:/;
const bracketed = /^[【〖[][^】〗\]]*[】〗\]]$/;
const flashback =
  /^[【〖[]?\s*(?:闪回|闪出|闪前|回忆|梦境|幻想|幻觉|蒙太奇|平行蒙太奇|插入|现实|回到现实)[^，。！？]{0,8}[】〗\]]?$/;
const theEnd = /^[（(]?\s*(?:全剧终|剧终|本集完|全文完|完|第.{1,3}集完)\s*[)）]?[。.]?$/;

/**
 * A line that its own marks decide: `△`, `【…】`, `人物：`, `第1集`, transitions. Undefined for all others. The drafts are new
 * objects each time.
 */
export function readMarkedLine(line: FlowLine): Draft[] | undefined {
  return isMarkedLine(line) ? readMarks(line) : undefined;
}

/** Whether a line's own marks decide what it is. */
export const isMarkedLine: (line: FlowLine) => boolean = perLine((line) => readMarks(line) !== undefined);

function readMarks(line: FlowLine): Draft[] | undefined {
  const folded = foldWidth(line.text);
  const mark = actionMark.exec(folded);
  if (mark && folded.length > mark[0].length)
    return [draftOf(line, 'action', sliceWords(line, mark[0].length), 'actionMark')];
  if (!hasHan(folded) && !bracketed.test(line.text)) return undefined;
  const level = episode.exec(folded) ? (/幕/.test(folded) ? 2 : 1) : undefined;
  if (level) return [draftOf(line, 'section', line, 'episode', 'sure', { level })];
  if (people.test(folded) && !isPlaceHeading(folded)) return [draftOf(line, 'general', line, 'peopleLine')];
  if (transitionLine.test(folded)) return [draftOf(line, 'transition', line, 'transitionWords', 'likely')];
  if (shotLine.test(folded)) return [draftOf(line, 'shot', line, 'shotWords', 'likely')];
  if (theEnd.test(line.text)) return [draftOf(line, 'centered', line, 'caption', 'likely')];
  return readBracketed(line, folded);
}

/** `地点：家 日 内` says the time and the side too. */
function isPlaceHeading(folded: string): boolean {
  const found = /^(?:地点|地)\s*:(.*)$/.exec(folded);
  if (!found || folded.length > 60) return false;
  const { intExt, time } = parseHeading(found[1]!);
  return intExt !== undefined && time !== '';
}

function readBracketed(line: FlowLine, folded: string): Draft[] | undefined {
  const voice = readVoiceInBrackets(line);
  if (voice) return speechDrafts(line, voice, 'likely');
  if (flashback.test(folded) && (bracketed.test(line.text) || /^(?:闪回|闪出)/.test(folded)))
    return [draftOf(line, 'shot', line, 'flashback', bracketed.test(line.text) ? 'sure' : 'likely')];
  if (bracketed.test(line.text) || /^(?:字幕|音效|特效|画面|镜头)\s*:/.test(folded))
    return [draftOf(line, 'action', line, 'caption', /^[【〖]/.test(line.text) ? 'sure' : 'likely')];
  return undefined;
}

/** Cue, parenthetical and dialogue of a run-in speech. */
export function speechDrafts(line: FlowLine, speech: SpeechLine, confidence: Draft['confidence']): Draft[] {
  const reason = 'runInSpeech';
  const drafts = [draftOf(line, 'character', speech.cue, reason, confidence)];
  if (speech.parenthetical) drafts.push(draftOf(line, 'parenthetical', speech.parenthetical, reason, confidence));
  if (speech.dialogue) drafts.push(draftOf(line, 'dialogue', speech.dialogue, reason, confidence));
  return drafts;
}

/** Names that a `人物：` line lists. */
export function listedNames(text: string): string[] {
  const found = /^(?:出场人物|登场人物|场上人物|主要人物|人物|出场|角色|人)\s*[:：]\s*(.+)$/s.exec(text.trim());
  return found ? found[1]!.split(/[、，,;；\s/]+/).filter((name) => name !== '') : [];
}
