/** Attributes of the parts of a file as values. */
import type { XmlNode } from '../xml/readXml.ts';
import { readAttributes } from '../xml/startTag.ts';

/** An attribute by name, '' where there is none. */
export type Read = (name: string) => string;

/** A reader of the attributes of `node`; of none when there is no such element. */
export function reader(source: string, node: XmlNode | undefined): Read {
  const attributes = node && readAttributes(source, node);
  return (name) => attributes?.get(name) ?? '';
}

/** `#RRRRGGGGBBBB`, 16 bits a channel, as `#rrggbb`; other colours as they are. */
export function readColour(colour: string): string {
  return colour.replace(/^#(..)..(..)..(..)..$/, '#$1$2$3').toLowerCase();
}

/** A number, undefined where it is none. */
export function readNumber(text: string): number | undefined {
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) ? undefined : number;
}

/** Whether a word of the file says yes: Final Draft writes `Yes` or `1`, Fade In `True`. */
export const isYes = (value: string) => value === 'Yes' || value === 'True' || value === '1';
