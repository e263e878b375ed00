/** Whether one piece of content may stand at its place. */
import { isAllowedValue, type TextShape, type ValueRule } from '@tramline/collab';
import { REFUSAL } from '@tramline/wire';
import * as Y from 'yjs';
import { entryOf, type Place } from './places.ts';
import { refuse } from './refusedUpdate.ts';

/** How much a value that nobody will ever see may bring along. */
const deadValueMax = 64 << 10;

/** Refuses what the table does not allow. `runMax` limits deleted runs. */
export function checkContent(content: Y.Item['content'], place: Place, runMax: number): void {
  if (place.shape && place.key !== null && !entryOf(place)) refuse(REFUSAL.shape, `key ${place.key.slice(0, 40)}`);
  if (content instanceof Y.ContentDeleted) {
    if (content.len > runMax) refuse(REFUSAL.shape, 'deleted run too long');
    return;
  }
  if (!place.shape) checkDead(content);
  else if (place.shape.type === 'text') checkInText(content, place, place.shape);
  else checkInMap(content, place);
}

function checkInText(content: Y.Item['content'], place: Place, shape: TextShape): void {
  if (place.key !== null) refuse(REFUSAL.shape, 'attribute on a text');
  if (content instanceof Y.ContentString) {
    if (content.str.length > shape.maxInsert) refuse(REFUSAL.tooBig, 'words');
  } else if (content instanceof Y.ContentFormat) {
    const rule = Object.hasOwn(shape.formats, content.key) ? shape.formats[content.key] : undefined;
    if (!rule) refuse(REFUSAL.shape, `format ${String(content.key).slice(0, 40)}`);
    else if (content.value !== null) checkValue(rule, content.value);
  } else if (!(shape.embed && content instanceof Y.ContentType && content.type.constructor === Y.Map)) {
    refuse(REFUSAL.shape, `${content.constructor.name} in ${place.holder}`);
  }
}

function checkInMap(content: Y.Item['content'], place: Place): void {
  const entry = entryOf(place);
  if (entry?.type === 'value' && content instanceof Y.ContentAny && content.arr.length === 1) {
    checkValue(entry.rule, content.arr[0]);
    return;
  }
  const isType = content instanceof Y.ContentType;
  if (isType && entry?.type === 'map' && content.type.constructor === Y.Map) return;
  if (isType && entry?.type === 'text' && content.type.constructor === Y.Text) return;
  refuse(REFUSAL.shape, `${content.constructor.name} in ${place.holder}`);
}

function checkValue(rule: ValueRule, value: unknown): void {
  if (isAllowedValue(rule, value)) return;
  const isTooBig = 'max' in rule && rule.kind !== 'number' && sizeOf(value) > rule.max;
  refuse(isTooBig ? REFUSAL.tooBig : REFUSAL.shape, `value for ${rule.kind}`);
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  return typeof value === 'object' && !(value instanceof Uint8Array) ? JSON.stringify(value).length : 0;
}

/** In a dead parent Yjs drops the content, but it travels through the log: it must at least be small and plain. */
function checkDead(content: Y.Item['content']): void {
  if (content instanceof Y.ContentType || content instanceof Y.ContentFormat) return;
  if (content instanceof Y.ContentString && content.str.length <= deadValueMax) return;
  if (
    content instanceof Y.ContentAny &&
    content.arr.every((value) => isAllowedValue({ kind: 'json', max: deadValueMax }, value))
  )
    return;
  refuse(REFUSAL.shape, `${content.constructor.name} in a deleted part`);
}
