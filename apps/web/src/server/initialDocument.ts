/** The first content of a script's documents, as bytes for the transaction that creates them; and a script document back as data. */
import {
  firstContent,
  openDocument,
  openScript,
  readElements,
  readTitle,
  type StoredBytes,
  writeElements,
} from '@tramline/collab';
import {
  type Element,
  type FountainDocument,
  idsFrom,
  noAttrs,
  readFountain,
  type TitleEntry,
} from '@tramline/screenplay';

/** Fountain text read with ids of the script's own, so that a later reading of the same text gives the same ids. */
export function readSource(text: string, scriptId: string): FountainDocument {
  return readFountain(text, { newId: idsFrom(`${scriptId.slice(0, 8)}.`) });
}

/** The script document of an imported text. */
export function importedScript({ elements, title }: FountainDocument): Uint8Array {
  return firstContent((doc) => writeElements(openScript(doc), elements, title));
}

/** The script document of a script that begins here: a title page, and an empty heading to type into. */
export function emptyScript(title: string, scriptId: string): Uint8Array {
  const first: Element = { id: idsFrom(`${scriptId.slice(0, 8)}.`)(0), type: 'heading', text: '', attrs: noAttrs };
  return firstContent((doc) => writeElements(openScript(doc), [first], [{ key: 'Title', value: title }]));
}

/** What a stored script document says. */
export function readStoredScript(stored: StoredBytes): { elements: readonly Element[]; title: readonly TitleEntry[] } {
  const doc = openDocument(stored);
  const script = openScript(doc);
  const read = { elements: readElements(script), title: readTitle(script) };
  doc.destroy();
  return read;
}
