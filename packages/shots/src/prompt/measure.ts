/** How long a prompt is, in the unit of its model. */
import type { LengthUnit } from '../model.ts';

const asciiPerToken = 3.5;
const tokensPerOther = 1.2;

/**
 * Length of text. Tokens are estimated high, since no tokenizer is at hand: 3.5 ASCII characters a token, 1.2 tokens for any other.
 */
export function measure(text: string, unit: LengthUnit): number {
  let ascii = 0;
  let pairs = 0;
  for (let at = 0; at < text.length; at++) {
    const unitAt = text.charCodeAt(at);
    if (unitAt < 0x80) ascii++;
    else if (unitAt >= 0xd800 && unitAt < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) pairs++;
  }
  const other = text.length - ascii - pairs;
  return unit === 'codePoints' ? ascii + other : Math.ceil(ascii / asciiPerToken) + Math.ceil(other * tokensPerOther);
}
