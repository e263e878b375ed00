import type { GlyphState } from '../../ui/StateGlyph.tsx';

/** A run of words on the poster. `look` washes it as covered by the selected shot, marks it changed, or draws who selects it. */
export interface PosterWords {
  readonly text: string;
  readonly look?: 'washed' | 'changed' | 'selected';
  /** The caret that stands after the words. */
  readonly caret?: { readonly name: string; readonly who: number };
}

/** One element of the poster's page: its type, the empty rows above it, its lines as they break on paper. */
export interface PosterElement {
  readonly type: 'heading' | 'action' | 'cue' | 'paren' | 'dialogue' | 'shot' | 'transition' | 'cue more';
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

/** Page 18 of the demo's script; the words are the project's own. */
export const POSTER_PAGE: readonly PosterElement[] = [
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

/** The lines of that page. */
export const POSTER_LINES: readonly PosterLine[] = [
  { label: '11A', hue: 'sky', lane: 0, from: 9, rows: 5, state: 'approved' },
  { label: '12', hue: 'slate', lane: 2, from: 22, rows: 15, state: 'approved' },
  { label: '12A', hue: 'cobalt', lane: 1, from: 26, rows: 11, state: 'approved', wave: 5 },
  { label: '12B', hue: 'magenta', lane: 0, from: 29, rows: 1, state: 'waiting' },
  { label: '12C', hue: 'teal', lane: 0, from: 38, rows: 5, state: 'stale', isSelected: true, zigzag: 3 },
  { label: '12D', hue: 'olive', lane: 0, from: 46, rows: 3, state: 'changes' },
  { label: '12E', hue: 'violet', lane: 1, from: 44, rows: 10, state: 'running', goesOn: true },
  { label: '12F', hue: 'rust', lane: 2, from: 50, rows: 4, state: 'none', goesOn: true },
];
