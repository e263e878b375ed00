/** The first content of a script's documents, as bytes for the transaction that creates them; and a script document back as data. */
import {
  changePageChoices,
  firstContent,
  openDocument,
  openScript,
  type PageChoices,
  type PageSettings,
  pageSettingsOf,
  readElements,
  readPageChoices,
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

/** What a script document is made of. */
export interface ImportedScript {
  readonly elements: readonly Element[];
  readonly title: readonly TitleEntry[];
  readonly pages?: Partial<PageChoices>;
}

/** The script document of an imported file, with the pages that the file wants. */
export function importedScript({ elements, title, pages = {} }: ImportedScript): Uint8Array {
  // A script has at least one element: a file without any begins as an empty one does.
  const first: Element = { id: 'first', type: 'heading', text: '', attrs: noAttrs };
  return firstContent((doc) => {
    const script = openScript(doc);
    writeElements(script, elements.length > 0 ? elements : [first], title);
    changePageChoices(script, pages);
  });
}

/** The script document of a script that begins here: a title page, and an empty heading to type into. */
export function emptyScript(title: string, scriptId: string): Uint8Array {
  const first: Element = { id: idsFrom(`${scriptId.slice(0, 8)}.`)(0), type: 'heading', text: '', attrs: noAttrs };
  return firstContent((doc) => writeElements(openScript(doc), [first], [{ key: 'Title', value: title }]));
}

/** What a stored script document says, and how it is paginated. */
export interface StoredScript {
  readonly elements: readonly Element[];
  readonly title: readonly TitleEntry[];
  readonly pages: PageSettings;
}

/** Reads a stored script document. `language` decides the pages where its settings do not. */
export function readStoredScript(stored: StoredBytes, language: 'en' | 'zh'): StoredScript {
  const doc = openDocument(stored);
  const script = openScript(doc);
  const elements = readElements(script);
  const pages = pageSettingsOf(readPageChoices(script.settings, language), elements);
  const read = { elements, title: readTitle(script), pages };
  doc.destroy();
  return read;
}
