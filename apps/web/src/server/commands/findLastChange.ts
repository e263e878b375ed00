/** Who changed something last: read from the log, in which every edit stands under the name of who made it. */
import { findLastTouch, type Reach } from '@tramline/collab';
import { type AuthoredUpdate, authoredUpdates, type Script, SERVER_AUTHOR } from '@tramline/store';
import type { LastChangeRequest, LastChangeView, Outcome } from '@tramline/wire';
import { done } from '../outcome.ts';
import type { MemberCall } from '../route.ts';
import type { InProject } from '../subject.ts';

/** So many of a document's newest edits are looked at. A change that is older is nobody's. */
const MOST_UPDATES = 20_000;

/** The newest edit since a moment that wrote or deleted any of some units of a script's documents; `undefined` if none did. */
export async function findLastChange({
  services,
  subject,
  input,
}: MemberCall<LastChangeRequest, InProject & { readonly script: Script }>): Promise<
  Outcome<LastChangeView | undefined>
> {
  const since = new Date(input.since);
  const newest = async (documentId: string, units: Reach, isMovable: boolean): Promise<AuthoredUpdate | undefined> => {
    if (units.length === 0) return undefined;
    return findLastTouch(authoredUpdates(services.log, documentId, MOST_UPDATES), units, since, { isMovable });
  };
  const { documents } = subject.script;
  const found = [
    await newest(documents.script, input.units.script, true),
    await newest(documents.shots, input.units.shots, false),
  ];
  const last = found.reduce((a, b) => (a && b ? (a.at > b.at ? a : b) : (a ?? b)));
  const isPerson = last !== undefined && last.userId !== SERVER_AUTHOR.userId;
  const person = isPerson ? await services.store.people.find(last.userId) : undefined;
  return done(person && last ? { by: { id: person.id, name: person.name }, at: last.at.toISOString() } : undefined);
}
