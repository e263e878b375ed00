/** Dumps of a script in the words of screenplay-tools, reduced to what both models can say, for tests. */
import { type Element, printedText, speakerOf } from '../element.ts';

const plain = (text: string) =>
  text
    .replace(/[*_\\]|\[\[\d+\]\]|\/\*\d+\*\//g, '')
    .replace(/\s+/g, ' ')
    .trim();

const linesUnder = (type: string, text: string) =>
  text
    .split('\n')
    .map(plain)
    .filter((line) => line !== '')
    .map((line) => `${type}:${line}`);

/** One line for each line of each element. */
export function dumpElements(elements: readonly Element[]): string[] {
  return elements.flatMap(dumpElement);
}

function dumpElement(element: Element): string[] {
  const text = printedText(element);
  switch (element.type) {
    case 'heading':
      return [`HEADING:${plain(text)}|${element.attrs.number ?? ''}`];
    case 'character':
      return [`CHARACTER:${plain(speakerOf(element))}${element.attrs.dual === 'right' ? '|dual' : ''}`];
    case 'section':
      return [`SECTION:${plain(text)}|${element.attrs.level}`];
    case 'pageBreak':
      return ['PAGEBREAK:'];
    case 'note':
      return [];
    case 'lyrics':
      return linesUnder('LYRIC', text);
    case 'centered':
      return linesUnder('ACTION', text);
    case 'parenthetical':
      return linesUnder('PARENTHETICAL', text.slice(1, -1));
    default:
      return linesUnder(element.type.toUpperCase(), text);
  }
}

const dumpLine =
  /^([A-Z]+):"(.*?)"(?: "[^"\n]*")?(?: \(([^)\n]*)\))?(?: \(Dual\))?(?: tags:.*?)?$(?=\n[A-Z]+:"|\n\[\[|\n\/\*|(?![\s\S]))/gms;

/** The same from a dump: `TYPE:"text" (extra)`, text over lines. */
export function dumpExpected(dump: string): string[] {
  return [...dump.replace(/\r/g, '').matchAll(dumpLine)].flatMap(([whole, type, text, extra]) => {
    switch (type) {
      case 'HEADING':
        return [`HEADING:${plain(text!)}|${extra ?? ''}`];
      case 'CHARACTER':
        return [`CHARACTER:${plain(text!)}${whole.endsWith('(Dual)') ? '|dual' : ''}`];
      case 'SECTION':
        return [`SECTION:${plain(text!)}|${extra}`];
      case 'PAGEBREAK':
        return ['PAGEBREAK:'];
      case 'TITLEENTRY':
      case 'NOTE':
      case 'BONEYARD':
        return [];
      default:
        return linesUnder(type!, text!);
    }
  });
}
