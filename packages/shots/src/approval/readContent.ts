/** Reads the content that a row keeps back from JSON. */
import type { ApprovedContent, ApprovedPrompt, ApprovedWords } from './approvalContent.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

function isWords(value: unknown): value is ApprovedWords {
  return (
    isObject(value) &&
    typeof value.type === 'string' &&
    typeof value.text === 'string' &&
    ['string', 'undefined'].includes(typeof value.cue)
  );
}

function isPrompt(value: unknown): value is ApprovedPrompt {
  if (!isObject(value) || typeof value.text !== 'string' || typeof value.negative !== 'string') return false;
  return (
    isObject(value.parameters) && Object.values(value.parameters).every(isScalar) && Array.isArray(value.references)
  );
}

/** The content of an approval as it came out of the store; what is not of its shape is left out, so that a difference shows it as gone. */
export function readApprovedContent(value: unknown): ApprovedContent {
  if (!isObject(value)) return {};
  const { words, shot, prompt, take, place } = value;
  return {
    ...(Array.isArray(words) && words.every(isWords) ? { words } : {}),
    ...(isObject(shot) && Object.values(shot).every(isScalar)
      ? { shot: shot as NonNullable<ApprovedContent['shot']> }
      : {}),
    ...(isPrompt(prompt) ? { prompt } : {}),
    ...(typeof take === 'string' || take === null ? { take } : {}),
    ...(place === null || (isObject(place) && typeof place.cut === 'string')
      ? { place: place as NonNullable<ApprovedContent['place']> | null }
      : {}),
  };
}
