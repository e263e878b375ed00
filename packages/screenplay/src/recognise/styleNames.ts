/** Names of paragraph styles that other programs and templates give to elements. */
import type { ElementType } from '../element.ts';

/**
 * Folded names (lower case, letters only). Source: Final Draft's element names, the exports of WriterDuet, Fade In, Celtx,
 * Starc and Highland, Fountain converters, and the usual Chinese names.
 */
const names: Readonly<Partial<Record<ElementType, readonly string[]>>> = {
  heading: [
    ...['sceneheading', 'sceneheader', 'slugline', 'slug', 'scriptheading', 'masterscene', 'sceneheadingomitted'],
    ...['场景标题', '场景头', '场头', '场景', '场次', '场号', '场景标题省略'],
  ],
  action: [
    'action',
    'scenedescription',
    'sceneaction',
    'stagedirection',
    'stagedirections',
    '动作',
    '动作描述',
    '舞台指示',
    '描写',
    '叙述',
  ],
  character: ['character', 'charactername', 'cue', 'speaker', '人物', '人物名', '角色', '角色名', '说话人'],
  parenthetical: [
    'parenthetical',
    'parentheticals',
    'parenthesis',
    'wryly',
    'wrylies',
    '括号',
    '括注',
    '括号注',
    '语气',
    '表情提示',
  ],
  dialogue: ['dialogue', 'dialog', 'speech', '对白', '对话', '台词'],
  lyrics: ['lyrics', 'lyric', '歌词'],
  transition: ['transition', 'scenetransition', '转场', '转场提示'],
  shot: ['shot', 'camerashot', 'shotheading', '镜头', '镜头提示'],
  general: ['general', 'scenecharacters', 'castlist', 'cast', '人物表', '场景人物', '出场人物', '通用'],
  centered: ['centered', 'centred', 'centeredtext', '居中'],
  actStart: ['newact', 'actbreak', 'actheading', 'startofact', 'actstart', '幕', '幕标题', '幕开始'],
  actEnd: ['endofact', 'actend', '幕结束'],
  section: ['section', 'episode', 'outline', 'sequence', '集', '集标题', '分集', '段落标题'],
  synopsis: ['synopsis', 'summary', 'outlinebody', '梗概'],
  note: ['note', 'scriptnote', '批注', '备注'],
  pageBreak: ['pagebreak', '分页'],
};

const types = new Map(
  Object.entries(names).flatMap(([type, list]) => list.map((name) => [name, type as ElementType] as const)),
);

const fold = (name: string) => name.toLowerCase().replace(/[^\p{L}]/gu, '');

/** The element that a style is for; undefined for styles of other kinds (`Normal`, `正文`). Case, spaces, digits aside. */
export function typeOfStyle(style: string): ElementType | undefined {
  const name = fold(style);
  return types.get(name) ?? types.get(name.replace(/^(?:screenplay|script|sp|fd|剧本)/, ''));
}

/** Depth of a word processor's own heading style (`Heading 2`, `标题 2`); undefined for others. */
export function headingDepth(style: string): number | undefined {
  const found = /^(?:heading|标题|überschrift|titre)\s*([1-6])$/i.exec(style.trim());
  return found ? Number(found[1]) : undefined;
}

/** Whether the style is for the script's title. */
export function isTitleStyle(style: string): boolean {
  return /^(?:title|标题|剧名|script\s*title)$/i.test(style.trim());
}
