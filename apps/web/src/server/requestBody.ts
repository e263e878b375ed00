/** Bodies of requests, read with a limit that holds while they stream: what is too large is never in memory. */
import type { Outcome } from '@tramline/wire';
import type { z } from 'zod';

/** Bytes that a JSON body may have. */
const MAX_JSON_BYTES = 256 * 1024;

/** Reads at most `maxBytes`. More gives `undefined`, and the rest is not read. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > maxBytes) return undefined;
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      void reader.cancel().catch(() => {});
      return undefined;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** What a schema reads out of a value, or `request.invalid` with where it does not fit. */
export function parse<I>(schema: z.ZodType<I>, value: unknown): Outcome<I> {
  const read = schema.safeParse(value);
  if (read.success) return { ok: true, value: read.data };
  const issues = read.error.issues.slice(0, 8).map(({ path, message }) => ({ path: path.join('.'), message }));
  return { ok: false, code: 'request.invalid', facts: { issues } };
}

/** Reads a JSON body by a schema. Refuses with `request.tooBig` or `request.invalid`. */
export async function readJson<I>(request: Request, schema: z.ZodType<I>): Promise<Outcome<I>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\b/i.test(type)) return { ok: false, code: 'request.invalid' };
  const bytes = await readBytes(request, MAX_JSON_BYTES);
  if (!bytes) return { ok: false, code: 'request.tooBig' };
  try {
    return parse(schema, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return { ok: false, code: 'request.invalid' };
  }
}
