/** People: accounts of this installation, their identities at an issuer, and their tries to sign in. */
import type { Outcome } from '@tramline/wire';

/** A person as the server knows them. `passwordHash` is absent for people who sign in elsewhere and for the demo's. */
export interface Person {
  readonly id: string;
  /** Lower case. */
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly locale: string;
  readonly isDemo: boolean;
  /** Rises when the person signs out everywhere: a session of an older epoch is no session. */
  readonly sessionEpoch: number;
  readonly createdAt: Date;
}

export interface NewPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly locale?: string;
  readonly isDemo?: boolean;
  readonly at: Date;
}

/** An identity at an OIDC issuer. Only issuer and subject together name a person. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

export interface People {
  find(id: string): Promise<Person | undefined>;
  /** The person with an e-mail, in any case of letters. */
  findByEmail(email: string): Promise<Person | undefined>;
  findByIdentity(identity: Identity): Promise<Person | undefined>;
  /** Whether anybody has an account here; the demo's people do not count. */
  hasAny(): Promise<boolean>;
  /** Adds a person. Refuses with `registration.refused` when the e-mail has an account. */
  add(person: NewPerson): Promise<Outcome<Person>>;
  /** Adds the first person of an installation. Refuses with `registration.closed` when there is one; of two at once, one is. */
  addFirst(person: NewPerson): Promise<Outcome<Person>>;
  /** Adds a person and makes them a member by an invitation, both or neither. Refuses like `add` and like `Invitations.accept`. */
  addInvited(person: NewPerson, tokenHash: Uint8Array): Promise<Outcome<{ person: Person; projectId: string }>>;
  /** Adds a person together with their identity. Refuses like `add`. */
  addWithIdentity(person: NewPerson, identity: Identity): Promise<Outcome<Person>>;
  /**
   * Gives an identity to the person with an e-mail that the issuer has verified. Whoever made the account by password without
   * owning the mailbox loses it: the password goes, and every session ends. `thing.notFound` when there is no such person.
   */
  linkByEmail(email: string, identity: Identity, at: Date): Promise<Outcome<Person>>;
  /** Gives a person another name; approvals keep the one that was signed. Whether there is such a person. */
  rename(id: string, name: string): Promise<boolean>;
  /** Ends every session of a person and tells the live process. The new epoch; `undefined` when there is no such person. */
  endSessions(id: string, at: Date): Promise<number | undefined>;
}

/** Tries to sign in, counted by key. A key is a hash of the address or of the e-mail, never the thing itself. */
export interface SignInAttempts {
  /**
   * Records one try under every key and counts, for each, the tries since `since`, this one included: recorded before counted, so
   * that tries at the same moment see each other. Older tries are forgotten. `ids` name the rows.
   */
  record(
    keys: readonly string[],
    at: Date,
    since: Date,
  ): Promise<{ ids: readonly bigint[]; counts: readonly number[] }>;
  /** Forgets single tries, and every try under some keys: the sign-in has succeeded. */
  forget(what: { ids: readonly bigint[]; keys: readonly string[] }): Promise<void>;
}
