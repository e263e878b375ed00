/** What a script file is recognised as, for a person to correct before anything is created. */
import type { Outcome, PreviewView } from '@tramline/wire';
import { done, refuse } from '../outcome.ts';
import { languageOf, readScriptFile, type ScriptFile, titleIn } from '../readScriptFile.ts';
import type { PersonCall } from '../route.ts';
import type { ScriptInput } from './createScript.ts';

/** Ids of a preview are not kept: any will do. */
const NO_SCRIPT = 'preview0';

/** Reads the file of the form as an import would. A form without a file is not what the route reads. */
export async function previewScript({ input }: PersonCall<ScriptInput>): Promise<Outcome<ScriptFile>> {
  if (input.kind !== 'import') return refuse('request.invalid');
  const read = readScriptFile(input.file, NO_SCRIPT, input.fields.language);
  return read.ok ? done(read.value) : read;
}

/** The elements and what was left out of them, by the order of the file. A file that says itself what it is has nothing to correct. */
export function presentPreview(file: ScriptFile): PreviewView {
  const [title, language] = [titleIn(file) ?? null, languageOf(file)];
  if (file.kind !== 'recognised') return { title, language, elements: [], dropped: [] };
  const { recognised, dropped } = file.recognition;
  return {
    title,
    language,
    elements: recognised.map(({ element: { type, text, attrs }, confidence, reason }) => ({
      ...{ type, text, number: attrs.number ?? null, confidence, reason },
    })),
    dropped: dropped.map(({ text, reason }) => ({ text, reason })),
  };
}
