/** The styles of the Word files that we write, and what they say when such a file comes back. */
import type { ElementType } from '@tramline/screenplay';
import type { RunRole } from '../text/scriptBlock.ts';

/** Languages that style names are in; the ids are the same in both. */
export type StyleLanguage = 'zh' | 'en';

/** One paragraph style: its id and the names under which Word lists it. */
export interface StyleName {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
}

const style = (id: string, en: string, zh: string): StyleName => ({ id: `Tramline${id}`, en, zh });

/** The paragraph style of each element type. */
export const elementStyles: Readonly<Record<ElementType, StyleName>> = {
  heading: style('Heading', 'Scene Heading', '场景标题'),
  action: style('Action', 'Action', '动作'),
  character: style('Character', 'Character', '人物'),
  parenthetical: style('Parenthetical', 'Parenthetical', '括号'),
  dialogue: style('Dialogue', 'Dialogue', '对白'),
  lyrics: style('Lyrics', 'Lyrics', '歌词'),
  transition: style('Transition', 'Transition', '转场'),
  shot: style('Shot', 'Shot', '镜头'),
  general: style('General', 'General', '通用'),
  centered: style('Centered', 'Centered', '居中'),
  section: style('Section', 'Section', '集标题'),
  synopsis: style('Synopsis', 'Synopsis', '梗概'),
  note: style('Note', 'Script Note', '批注'),
  pageBreak: style('PageBreak', 'Page Break', '分页'),
  actStart: style('ActStart', 'New Act', '幕开始'),
  actEnd: style('ActEnd', 'End of Act', '幕结束'),
};

/** Styles that say an attribute too. */
export const omittedStyle = style('HeadingOmitted', 'Scene Heading Omitted', '场景标题 省略');
export const boneyardStyle = style('NoteBoneyard', 'Boneyard', '删除稿');
/** A section of depth 2 to 6 has a style of its own. */
export const sectionStyle = (level: number): StyleName =>
  style(`Section${level}`, `Section ${level}`, `集标题 ${level}`);

/** Title page: keys that have a style; every other entry is written with its key. */
export const titleStyles: Readonly<Record<string, StyleName>> = {
  Title: style('TitleTitle', 'Script Title', '剧名'),
  Credit: style('TitleCredit', 'Title Credit', '题页署名语'),
  Author: style('TitleAuthor', 'Title Author', '题页编剧'),
  Authors: style('TitleAuthors', 'Title Authors', '题页编剧们'),
  Source: style('TitleSource', 'Title Source', '题页原著'),
  'Draft date': style('TitleDraftDate', 'Title Draft Date', '题页日期'),
  Contact: style('TitleContact', 'Title Contact', '题页联系方式'),
  Copyright: style('TitleCopyright', 'Title Copyright', '题页版权'),
};
export const titleEntryStyle = style('TitleEntry', 'Title Entry', '题页条目');

/** Character styles: what a run is. `note` and `boneyard` are hidden words; `key` is the key of a title entry. */
export const runStyles: Readonly<Record<Exclude<RunRole, 'words'> | 'note' | 'boneyard' | 'key', StyleName>> = {
  cue: style('RunCue', 'Cue Words', '人物字'),
  parenthetical: style('RunParenthetical', 'Parenthetical Words', '括号字'),
  dialogue: style('RunDialogue', 'Dialogue Words', '对白字'),
  lyrics: style('RunLyrics', 'Lyrics Words', '歌词字'),
  number: style('RunNumber', 'Scene Number', '场号'),
  derivedNumber: style('RunDerivedNumber', 'Counted Scene Number', '自动场号'),
  mark: style('RunMark', 'Layout Mark', '版式符号'),
  continued: style('RunContinued', 'Continued', '续'),
  note: style('RunNote', 'Note Words', '批注字'),
  boneyard: style('RunBoneyard', 'Boneyard Words', '删除字'),
  key: style('RunKey', 'Title Key', '题页条目名'),
};

/** What a paragraph style of ours says; undefined for a style that is not ours. */
export interface StyleMeaning {
  readonly type: ElementType | 'title';
  readonly key?: string;
  readonly level?: number;
  readonly isOmitted?: boolean;
  readonly isBoneyard?: boolean;
}

const meanings = new Map<string, StyleMeaning>([
  ...Object.entries(elementStyles).map(([type, { id }]) => [id, { type: type as ElementType }] as const),
  ...[1, 2, 3, 4, 5, 6].map((level) => [sectionStyle(level).id, { type: 'section', level }] as const),
  ...Object.entries(titleStyles).map(([key, { id }]) => [id, { type: 'title', key }] as const),
  [titleEntryStyle.id, { type: 'title' }],
  [omittedStyle.id, { type: 'heading', isOmitted: true }],
  [boneyardStyle.id, { type: 'note', isBoneyard: true }],
]);

/** By style id. */
export function meaningOf(styleId: string | undefined): StyleMeaning | undefined {
  return styleId === undefined ? undefined : meanings.get(styleId);
}

const roles = new Map(Object.entries(runStyles).map(([role, { id }]) => [id, role as keyof typeof runStyles]));

/** The role of a run by the id of its character style; undefined for others. */
export function roleOf(styleId: string | undefined): keyof typeof runStyles | undefined {
  return styleId === undefined ? undefined : roles.get(styleId);
}
