export {};
export {
  BEAT_SHAPE,
  BODY_FORMATS,
  DOCUMENT_SHAPES,
  type EntryShape,
  HEAD_SHAPE,
  HEAD_TYPES,
  type MapShape,
  type RootShape,
  SHOT_SHAPE,
  type TextShape,
  type ValueShape,
} from './documentShape.ts';
export { isAllowedName, isAllowedValue, MAX_ORDER_KEY, type ValueRule } from './valueRule.ts';
