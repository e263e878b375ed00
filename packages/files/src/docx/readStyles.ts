/** Styles of a Word file with what they inherit. */
import type { MarkType } from '@tramline/screenplay';
import type { DocxLooks } from './docxParagraph.ts';
import { noteParagraphProperty, noteRunProperty } from './readLooks.ts';
import { readXml } from './readXml.ts';

/** One style: the name that Word shows, and all looks, those of the styles that it is based on included. */
export interface DocxStyle {
  readonly name: string;
  readonly looks: DocxLooks;
  readonly marks: ReadonlyMap<MarkType, boolean>;
}

interface RawStyle {
  name: string;
  basedOn: string | undefined;
  looks: { -readonly [K in keyof DocxLooks]: DocxLooks[K] };
  run: { style?: string; isCaps?: boolean; marks: Map<MarkType, boolean> };
}

/** Styles by id. A damaged part gives those before the damage: styles are no words. */
export function readStyles(part: Uint8Array | undefined): ReadonlyMap<string, DocxStyle> {
  const raw = new Map<string, RawStyle>();
  if (part !== undefined) readRaw(part, raw);
  return new Map([...raw].map(([id]) => [id, resolve(raw, id)]));
}

function readRaw(part: Uint8Array, raw: Map<string, RawStyle>): void {
  let open: RawStyle | undefined;
  let inRun = false;
  readXml(part, {
    open(name, attribute) {
      if (name === 'style') {
        open = { name: '', basedOn: undefined, looks: {}, run: { marks: new Map() } };
        raw.set(attribute('styleId') ?? '', open);
      } else if (open === undefined) return;
      else if (name === 'name') open.name = attribute('val') ?? '';
      else if (name === 'basedOn') open.basedOn = attribute('val');
      else if (name === 'rPr') inRun = true;
      else if (inRun) noteRunProperty(open.run, name, attribute);
      else noteParagraphProperty(open.looks, name, attribute);
    },
    close(name) {
      if (name === 'style') open = undefined;
      if (name === 'rPr') inRun = false;
    },
    text() {},
  });
}

/** Styles may be based on each other in a ring; each is looked at once. */
function resolve(raw: ReadonlyMap<string, RawStyle>, id: string): DocxStyle {
  const chain: RawStyle[] = [];
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at) && seen.size < 32; ) {
    seen.add(at);
    const found = raw.get(at);
    if (found) chain.unshift(found);
    at = found?.basedOn;
  }
  const marks = new Map(chain.flatMap((s) => [...s.run.marks]));
  const isCaps = chain.findLast((s) => s.run.isCaps !== undefined)?.run.isCaps;
  const looks: DocxLooks = Object.assign({}, ...chain.map((s) => s.looks), {
    ...(marks.get('bold') !== undefined && { isBold: marks.get('bold') }),
    ...(isCaps !== undefined && { isCaps }),
  });
  return { name: raw.get(id)!.name, looks, marks };
}
