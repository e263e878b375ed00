/**
 * The one shape of our routes. A definition names what the route is about, what a member needs to be allowed, what it reads, what it
 * does and what it shows; `memberRoute`, `personRoute` and `openRoute` join these in one order, so that no route can leave out a step:
 *
 * own page? → who? (401) → about what? (404) → may they? (403) → read (400) → do → present.
 */
import { isStoreAway } from '@tramline/store';
import { type Action, may, type Outcome } from '@tramline/wire';
import type { z } from 'zod';
import { answer, refusal } from './answer.ts';
import { readCookie, readSession, type Session, sessionCookieName } from './auth/session.ts';
import { isOwnHost, isOwnOrigin } from './origin.ts';
import { readJson } from './requestBody.ts';
import { type Services, services } from './services.ts';
import type { FindSubject, InProject, Params } from './subject.ts';

/** What Next calls. `params` are the parts of the address in brackets. */
export type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** What a route's own code gets to see. */
export interface Call<I> {
  readonly request: Request;
  readonly params: Params;
  readonly services: Services;
  readonly input: I;
}
export interface PersonCall<I> extends Call<I> {
  readonly session: Session;
}
export interface MemberCall<I, S extends InProject> extends PersonCall<I> {
  readonly subject: S;
}

/** Reads the body of a request. */
export type Reader<I> = (request: Request) => Promise<Outcome<I>>;

interface Definition<C, I, T> {
  /** The schema of a JSON body, or another reader; `nothing` for routes that read none. */
  readonly reads: z.ZodType<I> | Reader<I>;
  readonly do: (call: C) => Promise<Outcome<T>>;
  /** What is shown; `undefined` answers 204. A `Response` is given as it is. */
  readonly present: (value: T, call: C) => unknown;
  /** 200 unless it says otherwise. */
  readonly status?: number;
}

/** The reader of routes that read no body. */
export const nothing: Reader<undefined> = async () => ({ ok: true, value: undefined });

const isReading = (request: Request): boolean => request.method === 'GET' || request.method === 'HEAD';

/** A step of a route: it goes on with a value, or the answer is there. */
type Step<T> = { readonly value: T } | { readonly answer: Response };

async function finish<C extends Call<I>, I, T>(
  call: Omit<C, 'input'>,
  { reads, do: act, present, status }: Definition<C, I, T>,
): Promise<Response> {
  const input = await (typeof reads === 'function' ? reads(call.request) : readJson(call.request, reads));
  if (!input.ok) return refusal(input.code, input.facts);
  const full = { ...call, input: input.value } as unknown as C;
  const outcome = await act(full);
  if (!outcome.ok) return refusal(outcome.code, outcome.facts);
  const shown = present(outcome.value, full);
  return shown instanceof Response ? shown : answer(shown, status);
}

/** Runs a route within the checks that all share, and turns what is thrown into a code. */
function guarded(run: (call: Omit<Call<never>, 'input'>) => Promise<Response>): Handler {
  return async (request, context) => {
    try {
      const own = services();
      const isOwn = isReading(request) || isOwnOrigin(request.headers, own.environment);
      if (!isOwn || !isOwnHost(request.headers, own.environment)) return refusal('origin.foreign');
      return await run({ request, params: await context.params, services: own });
    } catch (error) {
      if (isStoreAway(error)) return refusal('store.away');
      services().report(error);
      return refusal('server.failed');
    }
  };
}

/** The session of a request. */
export function sessionOfRequest(request: Request, own: Services): Promise<Session | undefined> {
  return readSession(readCookie(request.headers, sessionCookieName(own.environment)), own);
}

async function identified(call: Omit<Call<never>, 'input'>): Promise<Step<Session>> {
  const session = await sessionOfRequest(call.request, call.services);
  return session ? { value: session } : { answer: refusal('session.none') };
}

/** A route that anybody may call. */
export function openRoute<I, T>(definition: Definition<Call<I>, I, T>): Handler {
  return guarded((call) => finish(call, definition));
}

/** A route for whoever is signed in. */
export function personRoute<I, T>(definition: Definition<PersonCall<I>, I, T>): Handler {
  return guarded(async (call) => {
    const session = await identified(call);
    return 'answer' in session ? session.answer : finish({ ...call, session: session.value }, definition);
  });
}

/** A route about something in a project, for its members whose role has the action. */
export function memberRoute<I, T, S extends InProject>(
  definition: Definition<MemberCall<I, S>, I, T> & { readonly about: FindSubject<S>; readonly may: Action },
): Handler {
  return guarded(async (call) => {
    const session = await identified(call);
    if ('answer' in session) return session.answer;
    const subject = await definition.about(call.params, session.value.person.id, call.services);
    if (!subject) return refusal('thing.notFound');
    if (!may(subject.role, definition.may)) return refusal('role.forbidden');
    return finish({ ...call, session: session.value, subject }, definition);
  });
}
