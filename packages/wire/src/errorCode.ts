/** The catalogue of error codes. A code never changes its meaning; its words are in the message files under `errors.<code>`. */

/** Every code with the HTTP status it answers with. */
export const ERROR_STATUS = {
  /** The request is not what the route reads. */
  'request.invalid': 400,
  /** Nobody is signed in, or the session has ended. */
  'session.none': 401,
  /** E-mail or password are wrong; which one is not said. */
  'signIn.refused': 401,
  'signIn.tooMany': 429,
  /** The demo's accounts exist only in demo mode. */
  'signIn.demoOff': 403,
  /** The identity provider's e-mail belongs to an account that is not linked to it. */
  'signIn.notLinked': 403,
  /** Only people with an invitation can make an account here. */
  'registration.closed': 403,
  /** No account was made; that the e-mail has one already is one reason, which is not said. */
  'registration.refused': 409,
  /** The request comes from another site. */
  'origin.foreign': 403,
  /** The member's role does not have the action. */
  'role.forbidden': 403,
  /** There is no such thing, or it is in a project the person is not a member of. */
  'thing.notFound': 404,
  'invitation.invalid': 404,
  'invitation.expired': 410,
  'invitation.used': 410,
  /** The invitation is for another e-mail than the account's. */
  'invitation.otherPerson': 403,
  /** Only an owner makes or changes owners. */
  'member.ownerOnly': 403,
  /** The last owner of a project can neither leave nor be changed. */
  'member.lastOwner': 409,
  'member.exists': 409,
  /** Only members of the project can be mentioned. */
  'comment.mention': 422,
  /** The body of the request is larger than the route reads. */
  'request.tooBig': 413,
  'file.empty': 422,
  /** Over 20 MB. */
  'file.tooBig': 413,
  'file.binary': 422,
  /** Neither UTF-8 nor UTF-16 with a mark, nor GB 18030. */
  'file.encoding': 422,
  'file.format': 415,
  /** Damaged, or cut off. */
  'file.broken': 422,
  /** Entities, outside parts, or nesting without end. */
  'file.unsafe': 422,
  /** Small as it came, but unpacks to more than is read. */
  'file.tooBigInside': 413,
  /** What was on screen is not what is in the documents now; the answer carries the difference. */
  'approval.moved': 409,
  'shot.notFound': 404,
  /** The live process is away; nothing was recorded. */
  'live.away': 503,
  /** The database is away; nothing was recorded. */
  'store.away': 503,
  'rate.tooMany': 429,
  /** A mistake of ours. */
  'server.failed': 500,
} as const;
export type ErrorCode = keyof typeof ERROR_STATUS;

/** An outcome that is a value: either what was asked for, or a code, with facts for the message. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ErrorCode; readonly facts?: Readonly<Record<string, unknown>> };

/** The body of every answer that is not a success. */
export interface ErrorBody {
  readonly error: { readonly code: ErrorCode; readonly facts?: Readonly<Record<string, unknown>> };
}
