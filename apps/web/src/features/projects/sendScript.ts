import type { ProjectView, ScriptCorrections, ScriptRequest, ScriptView } from '@tramline/wire';
import { ApiFailure, askApi, readFailure } from '../shell/askApi.ts';

/** A file on its way into a project. `projectId` null makes a project of the script's name. */
export interface ScriptToSend {
  readonly file: File;
  readonly script: ScriptRequest;
  readonly projectId: string | null;
  /** What was changed in the preview. */
  readonly corrections: ScriptCorrections;
}

/** Sends the form with progress from 0 to 1; `fetch` cannot tell it. */
function upload(
  path: string,
  form: FormData,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<ScriptView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ApiFailure('network.away'));
    request.onabort = () => reject(signal.reason);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as ScriptView);
      else reject(readFailure(request.responseText));
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

/** Imports a script. A project that was made for it goes away again when the file is refused, so a bad file changes nothing. */
export async function sendScript(
  sent: ScriptToSend,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<ScriptView> {
  const { title, format, language } = sent.script;
  const made = sent.projectId === null ? await askApi<ProjectView>('POST', '/api/projects', { name: title }) : null;
  const projectId = made?.id ?? sent.projectId;
  const form = new FormData();
  for (const [name, value] of Object.entries({ title, format, language })) form.set(name, value);
  form.set('corrections', JSON.stringify(sent.corrections));
  form.set('file', sent.file, sent.file.name);
  try {
    return await upload(`/api/projects/${projectId}/scripts`, form, onProgress, signal);
  } catch (failure) {
    if (made) await askApi('DELETE', `/api/projects/${made.id}`).catch(() => undefined);
    throw failure;
  }
}
