/** The element types that random scripts are made of. */
export const TYPES = [
  'heading',
  'action',
  'character',
  'parenthetical',
  'dialogue',
  'transition',
  'shot',
  'general',
  'section',
  'synopsis',
  'note',
  'pageBreak',
] as const;
