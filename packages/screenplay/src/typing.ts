/** What Enter, Tab, Shift-Tab and the digit keys do in each kind of element, as data. Rules: SPEC.md TY. */
import type { ElementType } from './element.ts';

/**
 * One answer of the table. `add`: a new, empty element of `type` below. `addBefore`: one above, the caret stays with the
 * words. `split`: the words after the caret become an element of `type`. `turn`: this element becomes `type`. `menu`:
 * the list of element types opens, and Enter again takes `type`. `stay`: nothing happens to the elements.
 */
export type TypingStep =
  | { readonly step: 'add' | 'addBefore' | 'split' | 'turn' | 'menu'; readonly type: ElementType }
  | { readonly step: 'stay' };

/** Where the caret stands in the element's words; `empty` when there are none. */
export type CaretPlace = 'empty' | 'start' | 'middle' | 'end';

/** The rules of one element type. */
export interface TypingRule {
  readonly enter: Readonly<Record<CaretPlace, TypingStep>>;
  readonly tab: Readonly<Record<CaretPlace, TypingStep>>;
  /** Shift-Tab goes back one type, wherever the caret is. */
  readonly shiftTab: TypingStep;
}

/** What people may choose about typing. `afterDialogue`: what Enter at the end of dialogue gives; action when absent. */
export interface TypingPreferences {
  readonly afterDialogue?: 'action' | 'character';
}

const add = (type: ElementType): TypingStep => ({ step: 'add', type });
const addBefore = (type: ElementType): TypingStep => ({ step: 'addBefore', type });
const split = (type: ElementType): TypingStep => ({ step: 'split', type });
const turn = (type: ElementType): TypingStep => ({ step: 'turn', type });
const menu: TypingStep = { step: 'menu', type: 'heading' };
const stay: TypingStep = { step: 'stay' };

/**
 * The table: one row a type. Source: Starc's template, with the element menu on an empty line (as in Final Draft) and
 * the preference after dialogue; types that it does not know follow Final Draft's return keys.
 */
export const typingRules: Readonly<Record<ElementType, TypingRule>> = {
  heading: {
    enter: { empty: menu, start: addBefore('action'), middle: split('action'), end: add('action') },
    tab: { empty: turn('action'), start: stay, middle: stay, end: add('action') },
    shiftTab: turn('transition'),
  },
  action: {
    enter: { empty: menu, start: addBefore('action'), middle: split('action'), end: add('action') },
    tab: { empty: turn('character'), start: stay, middle: stay, end: add('character') },
    shiftTab: turn('heading'),
  },
  character: {
    enter: { empty: menu, start: addBefore('action'), middle: split('dialogue'), end: add('dialogue') },
    tab: { empty: turn('action'), start: stay, middle: stay, end: add('parenthetical') },
    shiftTab: turn('action'),
  },
  parenthetical: {
    enter: { empty: menu, start: addBefore('dialogue'), middle: split('dialogue'), end: add('dialogue') },
    tab: { empty: turn('dialogue'), start: stay, middle: stay, end: add('dialogue') },
    shiftTab: turn('character'),
  },
  dialogue: {
    enter: { empty: menu, start: addBefore('dialogue'), middle: split('dialogue'), end: add('action') },
    tab: { empty: turn('parenthetical'), start: stay, middle: stay, end: add('parenthetical') },
    shiftTab: turn('character'),
  },
  lyrics: {
    enter: { empty: menu, start: addBefore('lyrics'), middle: split('lyrics'), end: add('action') },
    tab: { empty: turn('parenthetical'), start: stay, middle: stay, end: add('parenthetical') },
    shiftTab: turn('dialogue'),
  },
  transition: {
    enter: { empty: menu, start: addBefore('action'), middle: split('heading'), end: add('heading') },
    tab: { empty: turn('action'), start: stay, middle: stay, end: add('heading') },
    shiftTab: turn('character'),
  },
  shot: {
    enter: { empty: menu, start: addBefore('action'), middle: split('action'), end: add('action') },
    tab: { empty: turn('action'), start: stay, middle: stay, end: add('action') },
    shiftTab: turn('action'),
  },
  general: {
    enter: { empty: menu, start: addBefore('general'), middle: split('general'), end: add('general') },
    tab: { empty: turn('action'), start: stay, middle: stay, end: add('action') },
    shiftTab: turn('action'),
  },
  centered: {
    enter: { empty: menu, start: addBefore('centered'), middle: split('centered'), end: add('action') },
    tab: { empty: turn('action'), start: stay, middle: stay, end: add('action') },
    shiftTab: turn('action'),
  },
  section: {
    enter: { empty: menu, start: addBefore('section'), middle: split('action'), end: add('heading') },
    tab: { empty: turn('synopsis'), start: stay, middle: stay, end: add('synopsis') },
    shiftTab: turn('heading'),
  },
  synopsis: {
    enter: { empty: menu, start: addBefore('synopsis'), middle: split('synopsis'), end: add('action') },
    tab: { empty: turn('action'), start: stay, middle: stay, end: add('action') },
    shiftTab: turn('section'),
  },
  note: {
    enter: { empty: menu, start: addBefore('action'), middle: split('note'), end: add('action') },
    tab: { empty: turn('action'), start: stay, middle: stay, end: add('action') },
    shiftTab: turn('action'),
  },
  // A page break has no words, so it is always empty: Enter goes on below it.
  pageBreak: {
    enter: { empty: add('action'), start: add('action'), middle: add('action'), end: add('action') },
    tab: { empty: add('action'), start: add('action'), middle: add('action'), end: add('action') },
    shiftTab: stay,
  },
  actStart: {
    enter: { empty: menu, start: addBefore('action'), middle: split('heading'), end: add('heading') },
    tab: { empty: turn('action'), start: stay, middle: stay, end: add('heading') },
    shiftTab: turn('actEnd'),
  },
  actEnd: {
    enter: { empty: menu, start: addBefore('action'), middle: split('actStart'), end: add('actStart') },
    tab: { empty: turn('action'), start: stay, middle: stay, end: add('actStart') },
    shiftTab: turn('actStart'),
  },
};

/** Types by digit key, with ⌘ or Ctrl: the first is 1. Also the order of the element menu. */
export const digitTypes: readonly ElementType[] = [
  ...(['heading', 'action', 'character', 'parenthetical', 'dialogue', 'transition', 'shot'] as const),
  ...(['lyrics', 'general'] as const),
];

/** Where offset `offset` stands in `text`: UTF-16 units from 0 to its length. */
export function placeOfCaret(text: string, offset: number): CaretPlace {
  if (text === '') return 'empty';
  if (offset <= 0) return 'start';
  return offset >= text.length ? 'end' : 'middle';
}

/** What Enter does in an element of `type` with the caret at `place`. */
export function nextOnEnter(type: ElementType, place: CaretPlace, preferences: TypingPreferences = {}): TypingStep {
  const isAfterSpeech = place === 'end' && (type === 'dialogue' || type === 'lyrics');
  if (isAfterSpeech && preferences.afterDialogue) return add(preferences.afterDialogue);
  return typingRules[type].enter[place];
}

/** What Tab, or with `shift` Shift-Tab, does in an element of `type` with the caret at `place`. */
export function nextOnTab(type: ElementType, place: CaretPlace, key: 'tab' | 'shiftTab' = 'tab'): TypingStep {
  return key === 'shiftTab' ? typingRules[type].shiftTab : typingRules[type].tab[place];
}

/** The type that a digit key sets; undefined for 0 and anything that is no digit from 1 to 9. */
export function typeForDigit(digit: number): ElementType | undefined {
  return digitTypes[digit - 1];
}
