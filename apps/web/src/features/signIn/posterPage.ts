import type { GlyphState } from '../../ui/StateGlyph.tsx';

/** A run of words on the poster. `look` washes it as covered by the selected shot, marks it changed, or draws who selects it. */
export interface PosterWords {
  readonly text: string;
  readonly look?: 'washed' | 'changed' | 'selected' | 'speaker';
  /** The caret that stands after the words. */
  readonly caret?: { readonly name: string; readonly who: number; readonly isIdle?: boolean };
}

/** One element of the poster's page: its type, the empty rows above it, its lines as they break on paper. */
export interface PosterElement {
  readonly type:
    | 'heading'
    | 'action'
    | 'cue'
    | 'paren'
    | 'dialogue'
    | 'shot'
    | 'transition'
    | 'cue more'
    | 'cast'
    | 'line';
  readonly gap: number;
  readonly number?: string;
  readonly words: readonly PosterWords[];
}

/** One line in the margin, in rows from the top of the text. `goesOn` ends with a chevron, over the page's end. */
export interface PosterLine {
  readonly label: string;
  readonly hue: string;
  readonly lane: number;
  readonly from: number;
  readonly rows: number;
  readonly state: GlyphState;
  readonly goesOn?: boolean;
  readonly isSelected?: boolean;
  /** Rows from the line's top at which the line waves (speaker off camera) or breaks (words changed). */
  readonly wave?: number;
  readonly zigzag?: number;
}

const plain = (text: string): PosterWords[] => [{ text }];

const ENGLISH_PAGE: readonly PosterElement[] = [
  { type: 'heading', gap: 1, number: '11', words: plain('EXT. RING ROAD - NIGHT') },
  {
    type: 'action',
    gap: 1,
    words: plain(
      'Rain in sheets across four empty lanes. On the hard\nshoulder, an old red double-decker with its hazards going.\nOne blinks. One does not.',
    ),
  },
  { type: 'action', gap: 1, words: plain('The destination blind reads N43 LAST SERVICE.') },
  { type: 'action', gap: 1, words: plain('A lorry passes. The whole bus rocks and settles.') },
  { type: 'transition', gap: 1, words: plain('CUT TO:') },
  { type: 'heading', gap: 2, number: '12', words: plain('INT. NIGHT BUS - LOWER DECK - NIGHT') },
  {
    type: 'action',
    gap: 1,
    words: plain(
      "The engine panel is open behind the back row. IDA (58,\ndriver's jacket, glasses on a cord) kneels at it. JUN (26,\npiano tuner, coat still buttoned) holds the torch.",
    ),
  },
  { type: 'cue', gap: 1, words: plain('Ida') },
  { type: 'dialogue', gap: 0, words: plain('Left. No. My left.') },
  { type: 'action', gap: 1, words: plain('The beam slides off a split rubber belt and finds her hands.') },
  { type: 'cue', gap: 1, words: plain('Jun') },
  { type: 'dialogue', gap: 0, words: plain('How long has it been like that?') },
  { type: 'cue', gap: 1, words: plain('Ida') },
  { type: 'paren', gap: 0, words: plain('(not looking up)') },
  { type: 'dialogue', gap: 0, words: plain('Since about Easter.') },
  {
    type: 'action',
    gap: 1,
    words: [{ text: 'Jun takes a tuning lever out of his case. Ida stares.', look: 'washed' }],
  },
  { type: 'cue', gap: 1, words: [{ text: 'Jun', look: 'washed' }] },
  {
    type: 'dialogue',
    gap: 0,
    words: [
      { text: 'It holds a string at ', look: 'washed' },
      { text: 'ninety', look: 'changed' },
      { text: ' kilos.', look: 'washed', caret: { name: 'Elif', who: 1 } },
      { text: '\n' },
      { text: "It'll hold a belt.", look: 'washed' },
    ],
  },
  { type: 'action', gap: 1, words: plain('She weighs it. Wedges it under the tensioner and leans.') },
  { type: 'shot', gap: 1, words: plain('Insert - the belt') },
  {
    type: 'action',
    gap: 1,
    words: [
      { text: 'climbs its pulley. ' },
      { text: 'One tooth. Two.', look: 'selected', caret: { name: 'Wen', who: 4 } },
    ],
  },
  { type: 'cue', gap: 1, words: plain('Ida') },
  {
    type: 'dialogue',
    gap: 0,
    words: plain("Talk to me. I can't work in the\nquiet. Why d'you sleep on my bus to\nthe last stop and never"),
  },
  { type: 'cue more', gap: 0, words: plain('(MORE)') },
];

const ENGLISH_LINES: readonly PosterLine[] = [
  { label: '11A', hue: 'sky', lane: 0, from: 9, rows: 5, state: 'approved' },
  { label: '12', hue: 'slate', lane: 2, from: 22, rows: 15, state: 'approved' },
  { label: '12A', hue: 'cobalt', lane: 1, from: 26, rows: 11, state: 'approved', wave: 5 },
  { label: '12B', hue: 'magenta', lane: 0, from: 29, rows: 1, state: 'waiting' },
  { label: '12C', hue: 'teal', lane: 0, from: 38, rows: 5, state: 'stale', isSelected: true, zigzag: 3 },
  { label: '12D', hue: 'olive', lane: 0, from: 46, rows: 3, state: 'changes' },
  { label: '12E', hue: 'violet', lane: 1, from: 44, rows: 10, state: 'running', goesOn: true },
  { label: '12F', hue: 'rust', lane: 2, from: 50, rows: 4, state: 'none', goesOn: true },
];

const said = (name: string, ...words: PosterWords[]): PosterWords[] => [{ text: name, look: 'speaker' }, ...words];

const CHINESE_PAGE: readonly PosterElement[] = [
  { type: 'heading', gap: 0, words: plain('12、夜班公交车 下层 夜 内') },
  { type: 'cast', gap: 0, words: plain('人物：孟姨、小骏') },
  {
    type: 'line',
    gap: 0,
    words: plain(
      '△后排座椅后面，发动机盖板敞着。孟姨（58岁，司机制服，老花镜挂\n在胸前）跪在盖板前。小骏（26岁，钢琴调音师，外套扣子一颗没解）\n举着手电。雨砸着车顶。',
    ),
  },
  { type: 'line', gap: 0, words: said('孟姨', { text: '：左边。不对，我的左边。' }) },
  { type: 'line', gap: 0, words: plain('△光束从一根裂开的皮带上滑过去，停在她手上。') },
  { type: 'line', gap: 0, words: said('小骏', { text: '：它这样多久了？' }) },
  { type: 'line', gap: 0, words: said('孟姨', { text: '：（头也不抬）清明前后吧。' }) },
  { type: 'line', gap: 0, words: [{ text: '△小骏从箱子里取出一把调音扳手。孟姨愣住。', look: 'washed' }] },
  {
    type: 'line',
    gap: 0,
    words: said(
      '小骏',
      { text: '：它能吊住', look: 'washed' },
      { text: '九十公斤', look: 'changed' },
      { text: '的琴弦，也能吊住一根皮带。', look: 'washed', caret: { name: 'Elif', who: 1 } },
    ),
  },
  { type: 'line', gap: 0, words: plain('△她掂了掂，把扳手塞到张紧轮下面，用全身压上去。') },
  {
    type: 'line',
    gap: 0,
    words: [
      { text: '【特写】皮带爬上轮槽。' },
      { text: '一齿。两齿。', look: 'selected', caret: { name: '温黎', who: 4, isIdle: true } },
    ],
  },
  { type: 'line', gap: 0, words: said('孟姨', { text: '：跟我说话。太静了我干不了活。' }) },
  { type: 'line', gap: 0, words: said('小骏', { text: '：说什么？' }) },
  {
    type: 'line',
    gap: 0,
    words: said('孟姨', {
      text: '：随便。说说你怎么老在我车上睡到终点站，就是不下车。我数着\n呢，三个礼拜二了。',
    }),
  },
  { type: 'line', gap: 0, words: plain('△皮带啪地一声落进轮槽。手电晃了一下。') },
  { type: 'line', gap: 0, words: said('小骏', { text: '：您不叫醒人。别的司机会开大灯。' }) },
  {
    type: 'line',
    gap: 0,
    words: plain('△她头一回看他。又看看那把扳手：弯了，再也调不了琴。远处，另一\n辆公交开过去，没有停。'),
  },
  { type: 'heading', gap: 1, words: plain('13、环路 夜 外') },
  { type: 'line', gap: 0, words: plain('△夜班公交的大灯亮起来，先黄，后白。') },
];

const CHINESE_LINES: readonly PosterLine[] = [
  { label: '12', hue: 'slate', lane: 2, from: 2, rows: 7, state: 'approved' },
  { label: '12A', hue: 'cobalt', lane: 1, from: 5, rows: 4, state: 'approved', wave: 1 },
  { label: '12B', hue: 'magenta', lane: 0, from: 6, rows: 1, state: 'waiting' },
  { label: '12C', hue: 'teal', lane: 0, from: 9, rows: 2, state: 'stale', isSelected: true, zigzag: 1 },
  { label: '12E', hue: 'violet', lane: 2, from: 11, rows: 8, state: 'running' },
  { label: '12D', hue: 'olive', lane: 1, from: 12, rows: 1, state: 'changes' },
  { label: '12F', hue: 'rust', lane: 0, from: 13, rows: 4, state: 'none' },
];

/** Page 18 of the demo's script in a language, with the rows above its first element and its lines. The words are the project's own. */
export const POSTERS = {
  en: { page: ENGLISH_PAGE, lines: ENGLISH_LINES, number: '18.', rowsAbove: 6 },
  zh: { page: CHINESE_PAGE, lines: CHINESE_LINES, number: '18', rowsAbove: 0 },
} as const;
