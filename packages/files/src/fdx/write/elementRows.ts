/** The element settings of a new document. Source: the measured template of version 13, US Letter. */

/** Indents in inches from the left edge of the page, `before` in points; words as FDX writes them. */
export interface ElementRow {
  readonly type: string;
  readonly style: string;
  readonly alignment: string;
  readonly left: string;
  readonly right: string;
  readonly first: string;
  readonly before: string;
  readonly starts: string;
  readonly paginateAs: string;
  readonly returnKey: string;
  readonly shortcut: string;
  readonly hides: string;
  readonly level: string;
}

const plain = {
  ...{ style: '', alignment: 'Left', left: '1.50', right: '7.50', first: '0.00', before: '12', starts: 'No' },
  ...{ paginateAs: 'Action', returnKey: 'Action', shortcut: '', hides: 'No', level: '1' },
};
const capitals = { ...plain, style: 'AllCaps' };
const act = { ...plain, style: 'Bold+Underline+AllCaps', alignment: 'Center', level: '4' };
const outline = { ...plain, paginateAs: 'General', returnKey: 'Outline Body', hides: 'Yes' };
const hidden = { ...outline, style: 'Italic+HiddenText' };

/** One row per paragraph type, in the order of their shortcuts. */
export const elementRows: readonly ElementRow[] = [
  { ...plain, type: 'General', before: '0', paginateAs: 'General', returnKey: 'General', shortcut: '0' },
  { ...capitals, type: 'Scene Heading', before: '24', paginateAs: 'Scene Heading', shortcut: '1', level: '2' },
  { ...plain, type: 'Action', shortcut: '2' },
  {
    ...capitals,
    type: 'Character',
    left: '3.50',
    right: '7.25',
    paginateAs: 'Character',
    returnKey: 'Dialogue',
    shortcut: '3',
  },
  {
    ...{ ...plain, type: 'Parenthetical', left: '3.00', right: '5.50', first: '-0.10', before: '0' },
    ...{ paginateAs: 'Parenthetical', returnKey: 'Dialogue', shortcut: '4' },
  },
  { ...plain, type: 'Dialogue', left: '2.50', right: '6.00', before: '0', paginateAs: 'Dialogue', shortcut: '5' },
  {
    ...{ ...capitals, type: 'Transition', alignment: 'Right', left: '5.50', right: '7.10' },
    ...{ paginateAs: 'Transition', returnKey: 'Scene Heading', shortcut: '6' },
  },
  { ...capitals, type: 'Shot', paginateAs: 'Scene Heading', shortcut: '7' },
  { ...capitals, type: 'Cast List', before: '0', shortcut: '8' },
  { ...act, type: 'New Act', starts: 'Yes', paginateAs: 'Scene Heading', returnKey: 'Scene Heading', shortcut: '9' },
  { ...act, type: 'End of Act', before: '24', paginateAs: 'Character', returnKey: 'New Act' },
  { ...plain, type: 'Lyrics', style: 'Italic', left: '2.50', right: '6.00', before: '0', paginateAs: 'Dialogue' },
  { ...hidden, type: 'Outline 1', level: '4' },
  { ...hidden, type: 'Outline 2', level: '3' },
  { ...hidden, type: 'Outline 3', level: '2' },
  { ...hidden, type: 'Outline 4', level: '1' },
  { ...hidden, type: 'Outline Body', before: '0', level: '0' },
  { ...hidden, type: 'Note', before: '0', returnKey: 'Action', level: '0' },
];
