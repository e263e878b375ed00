/** People and their tries to sign in, on Prisma. */
import type { Outcome } from '@tramline/wire';
import type { Identity, NewPerson, People, Person, SignInAttempts } from '../ports/person.ts';
import { type Database, done, inTransaction, isDuplicate, type Rows, refuse } from './database.ts';
import { post } from './prismaHouse.ts';
import { acceptInvitation } from './prismaInvitations.ts';

/** Serialises registrations that ask whether they are the first. */
const FIRST_PERSON_LOCK = 41_070_001;

const emailKey = (email: string): string => email.trim().toLowerCase();

async function insert(rows: Rows, person: NewPerson): Promise<Outcome<Person>> {
  const { at, ...fields } = person;
  const email = emailKey(person.email);
  // Asked before it is inserted: a failed insert would end the transaction. Two at once meet the unique index, see `refusing`.
  if (await rows.user.findUnique({ where: { email }, select: { id: true } })) return refuse('registration.refused');
  return done(await rows.user.create({ data: { ...fields, email, createdAt: at } }));
}

/** Runs a registration; one that loses a race for its e-mail or identity is refused like one that came later. */
async function refusing<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    if (isDuplicate(error)) return refuse('registration.refused');
    throw error;
  }
}

async function raiseEpoch(rows: Rows, id: string, at: Date): Promise<Person> {
  const person = await rows.user.update({ where: { id }, data: { sessionEpoch: { increment: 1 } } });
  await post(rows, { kind: 'session.ended', userId: id, sessionEpoch: person.sessionEpoch }, at);
  return person;
}

async function linkByEmail(rows: Rows, email: string, identity: Identity, at: Date): Promise<Outcome<Person>> {
  const found = await rows.user.findUnique({ where: { email: emailKey(email) } });
  if (!found || found.isDemo) return refuse('thing.notFound');
  await rows.account.create({ data: { ...identity, userId: found.id, createdAt: at } });
  if (found.passwordHash === null) return done(found);
  await rows.user.update({ where: { id: found.id }, data: { passwordHash: null } });
  return done(await raiseEpoch(rows, found.id, at));
}

/** Gives the people of a database. */
export function prismaPeople(db: Database): People {
  return {
    find: async (id) => (await db.user.findUnique({ where: { id } })) ?? undefined,
    findByEmail: async (email) => (await db.user.findUnique({ where: { email: emailKey(email) } })) ?? undefined,
    async findByIdentity(identity) {
      const account = await db.account.findUnique({ where: { issuer_subject: identity }, include: { user: true } });
      return account?.user;
    },
    hasAny: async () => (await db.user.findFirst({ where: { isDemo: false }, select: { id: true } })) !== null,
    add: (person) => refusing(() => inTransaction(db, (rows) => insert(rows, person))),
    addFirst: (person) =>
      refusing(() =>
        inTransaction(db, async (rows) => {
          await rows.$executeRaw`SELECT pg_advisory_xact_lock(${FIRST_PERSON_LOCK}::bigint)`;
          const somebody = await rows.user.findFirst({ where: { isDemo: false }, select: { id: true } });
          return somebody ? refuse('registration.closed') : insert(rows, person);
        }),
      ),
    addInvited: (person, tokenHash) =>
      refusing(() =>
        inTransaction(db, async (rows) => {
          const added = await insert(rows, person);
          if (!added.ok) return added;
          const joined = await acceptInvitation(rows, tokenHash, person.id, person.at);
          return joined.ok ? done({ person: added.value, projectId: joined.value.projectId }) : joined;
        }),
      ),
    addWithIdentity: (person, identity) =>
      refusing(() =>
        inTransaction(db, async (rows) => {
          const added = await insert(rows, person);
          if (added.ok) await rows.account.create({ data: { ...identity, userId: person.id, createdAt: person.at } });
          return added;
        }),
      ),
    linkByEmail: (email, identity, at) =>
      refusing(() => inTransaction(db, (rows) => linkByEmail(rows, email, identity, at))),
    rename: async (id, name) => (await db.user.updateMany({ where: { id }, data: { name } })).count > 0,
    async endSessions(id, at) {
      const ended = await inTransaction(db, async (rows) => {
        const found = await rows.user.findUnique({ where: { id }, select: { id: true } });
        return found ? done((await raiseEpoch(rows, id, at)).sessionEpoch) : refuse('thing.notFound');
      });
      return ended.ok ? ended.value : undefined;
    },
  };
}

/** Gives the tries to sign in of a database. */
export function prismaSignInAttempts(db: Database): SignInAttempts {
  return {
    async record(keys, at, since) {
      const ids: bigint[] = [];
      for (const key of keys) ids.push((await db.signInAttempt.create({ data: { key, at } })).id);
      const counts: number[] = [];
      for (const key of keys) counts.push(await db.signInAttempt.count({ where: { key, at: { gte: since } } }));
      await db.signInAttempt.deleteMany({ where: { key: { in: [...keys] }, at: { lt: since } } });
      return { ids, counts };
    },
    async forget({ ids, keys }) {
      await db.signInAttempt.deleteMany({ where: { OR: [{ id: { in: [...ids] } }, { key: { in: [...keys] } }] } });
    },
  };
}
