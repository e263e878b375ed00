/** How long a prompt is, in the unit of its model. */
import type { LengthUnit } from '../model.ts';

const asciiPerToken = 3.5;
const tokensPerOther = 1.2;

/**
 * Length of text. Tokens are estimated high, since no tokenizer is at hand: 3.5 ASCII characters a token, 1.2 tokens for any other.
 */
export function measure(text: string, unit: LengthUnit): number {
  let ascii = 0;
  let other = 0;
  for (const character of text)
    if (character < '\u0080') ascii++;
    else other++;
  return unit === 'codePoints' ? ascii + other : Math.ceil(ascii / asciiPerToken) + Math.ceil(other * tokensPerOther);
}
