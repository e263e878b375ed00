/** The fixed words of a prompt in each language: what stands between phrases and before sections. */
import type { Language } from '../../vocabulary/term.ts';

/** The words and marks that a language puts around the phrases. */
export interface Lexicon {
  /** Between clauses of one sentence. */
  readonly comma: string;
  /** Between items of a list. */
  readonly item: string;
  readonly lastItem: string;
  readonly stop: string;
  readonly betweenSentences: string;
  readonly interior: string;
  readonly exterior: string;
  readonly both: string;
  readonly keep: string;
  readonly keepJoin: string;
  readonly sound: string;
  readonly somebody: string;
  readonly focal: (millimetres: number) => string;
  /** What stands before the end of a movement. */
  readonly endsOn: (end: string) => string;
}

const startsWithPlace =
  /^(on|at|in|into|inside|with|behind|above|below|beneath|under|over|beside|before|outside|near|by|against|where|when|as)\b/i;

export const LEXICON: Readonly<Record<Language, Lexicon>> = {
  en: {
    comma: ', ',
    item: ', ',
    lastItem: ' and ',
    stop: '.',
    betweenSentences: ' ',
    interior: 'Interior',
    exterior: 'Exterior',
    both: 'Interior and exterior',
    keep: 'Consistent throughout: ',
    keepJoin: '; ',
    sound: 'SFX: ',
    somebody: 'A voice',
    focal: (millimetres) => `${millimetres}mm lens`,
    endsOn: (end) => (startsWithPlace.test(end) ? ' ending ' : ' ending on '),
  },
  zh: {
    comma: '，',
    item: '、',
    lastItem: '、',
    stop: '。',
    betweenSentences: '',
    interior: '内景',
    exterior: '外景',
    both: '内外景',
    keep: '全程保持：',
    keepJoin: '；',
    sound: '音效：',
    somebody: '有人',
    focal: (millimetres) => `${millimetres}mm镜头`,
    endsOn: (end) => (/^停|^落/.test(end) ? '，最后' : '，最后停在'),
  },
};
