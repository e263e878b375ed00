/** A new script: empty, or from a file. Rows, documents and first content come into being together or not at all. */

import { maxFileBytes } from '@tramline/screenplay';
import type { NewScript, Script } from '@tramline/store';
import {
  type Outcome,
  SCHEMA_VERSION,
  type ScriptImport,
  type ScriptRequest,
  scriptImport,
  scriptRequest,
} from '@tramline/wire';
import { emptyScript, importedScript } from '../initialDocument.ts';
import { done, refuse } from '../outcome.ts';
import { correctScriptFile, readScriptFile, titleIn } from '../readScriptFile.ts';
import { parse, readBytes, readJson } from '../requestBody.ts';
import type { MemberCall, Reader } from '../route.ts';
import type { InProject } from '../subject.ts';

/** What `POST /api/projects/:id/scripts` reads: fields alone, or with a file. */
export type ScriptInput =
  | { readonly kind: 'empty'; readonly fields: ScriptRequest }
  | { readonly kind: 'import'; readonly fields: ScriptImport; readonly file: { name: string; bytes: Uint8Array } };

/** Room in a form for the fields and the borders beside the file. */
const FORM_BYTES = 64 * 1024;
const MAX_NAME = 200;

/** Reads JSON or a form. A form over the limit is refused while it streams, before anything is kept. */
export const readScriptInput: Reader<ScriptInput> = async (request) => {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) {
    const fields = await readJson(request, scriptRequest);
    return fields.ok ? done({ kind: 'empty', fields: fields.value }) : fields;
  }
  const bytes = await readBytes(request, maxFileBytes + FORM_BYTES);
  if (!bytes) return refuse('file.tooBig');
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => undefined);
  const file = form?.get('file');
  if (!form || !(file instanceof File)) return refuse('request.invalid');
  const fields = parse(scriptImport, Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')));
  if (!fields.ok) return fields;
  const name = file.name.slice(0, MAX_NAME);
  return done({
    kind: 'import',
    fields: fields.value,
    file: { name, bytes: new Uint8Array(await file.arrayBuffer()) },
  });
};

type Content = Outcome<Pick<NewScript, 'title' | 'source'> & { readonly update: Uint8Array }>;

/** What the title page or else the file's name calls a script. */
function titleOf(pageTitle: string | undefined, fileName: string): string {
  const words = (pageTitle ?? '').replace(/[*_]/g, '').replace(/\s+/g, ' ').trim();
  const name = fileName
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '')
    .trim();
  return (words || name || fileName || '…').slice(0, MAX_NAME);
}

function readContent(input: ScriptInput, scriptId: string): Content {
  if (input.kind === 'empty') {
    const { title } = input.fields;
    return done({ title, update: emptyScript(title, scriptId) });
  }
  const { fields, file } = input;
  const read = readScriptFile(file, scriptId, fields.language);
  if (!read.ok) return read;
  const corrected = correctScriptFile(read.value, fields.corrections, scriptId);
  if (!corrected.ok) return corrected;
  const document = corrected.value;
  const pageTitle = titleIn(document);
  return done({ title: fields.title ?? titleOf(pageTitle, file.name), update: importedScript(document), source: file });
}

/** Makes the script. A file that cannot be read gives its code, and nothing has changed. */
export async function createScript(call: MemberCall<ScriptInput, InProject>): Promise<Outcome<Script>> {
  const { services, session, subject, input } = call;
  const id = services.newId();
  const content = readContent(input, id);
  if (!content.ok) return content;
  const { update, ...rest } = content.value;
  return services.store.scripts.create({
    ...{ id, projectId: subject.projectId, createdById: session.person.id, at: services.now(), ...rest },
    ...{ format: input.fields.format, language: input.fields.language },
    documents: {
      script: { id: services.newId(), update, schemaVersion: SCHEMA_VERSION },
      shots: { id: services.newId(), schemaVersion: SCHEMA_VERSION },
    },
  });
}
