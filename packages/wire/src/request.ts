/** What the HTTP routes read. Each schema is the lower-case twin of its type. */
import type { ElementType } from '@tramline/screenplay';
import { z } from 'zod';
import { anchor } from './anchor.ts';
import { role } from './role.ts';

/** No database takes a NUL or half a surrogate pair. */
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
const name = z.string().trim().min(1).max(200).refine(isStorable);

export const projectRequest = z.object({ name });
export type ProjectRequest = z.infer<typeof projectRequest>;

/** What people may change about themselves. */
export const personChange = z.object({ name });
export type PersonChange = z.infer<typeof personChange>;

export const scriptFormat = z.enum(['feature', 'short', 'episode']);
export const scriptLanguage = z.enum(['en', 'zh']);
/** A new, empty script; an imported one is a multipart form with the same fields and `file`. */
export const scriptRequest = z.object({
  title: name,
  format: scriptFormat.default('feature'),
  language: scriptLanguage.default('en'),
});
export type ScriptRequest = z.infer<typeof scriptRequest>;
/** The kinds of file that a script goes out as; each is also the file's ending. */
export const EXPORT_KINDS = ['pdf', 'fdx', 'fountain', 'docx', 'txt', 'html'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** The kinds of element that a person may choose for a line that was recognised. */
export const ELEMENT_CHOICES = [
  ...(['heading', 'action', 'character', 'parenthetical', 'dialogue', 'lyrics', 'transition', 'shot'] as const),
  ...(['centered', 'general', 'section', 'synopsis', 'note', 'actStart', 'actEnd'] as const),
] as const satisfies readonly ElementType[];

/**
 * What a person changed in a preview. `types`: elements by their place in the preview, each with its right kind, or `null`
 * to leave it out; `restored`: what was left out, by its place in the list of those, and comes in after all.
 */
const corrections = z.object({
  types: z
    .array(z.object({ at: z.number().int().nonnegative(), type: z.enum(ELEMENT_CHOICES).nullable() }))
    .default([]),
  restored: z.array(z.number().int().nonnegative()).default([]),
});
export type ScriptCorrections = z.infer<typeof corrections>;

function readJson(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? '{}');
  } catch {
    return undefined;
  }
}

/** The fields beside `file` of an import. Without a title the script takes that of its title page, or the file's name. */
export const scriptImport = scriptRequest.partial({ title: true }).extend({
  corrections: z
    .string()
    .max(400_000)
    .optional()
    .transform((json, context) => {
      const read = corrections.safeParse(readJson(json));
      if (read.success) return read.data;
      context.addIssue({ code: 'custom', message: 'not a list of corrections' });
      return z.NEVER;
    }),
});
export type ScriptImport = z.infer<typeof scriptImport>;
export const scriptChange = z
  .object({ title: name, format: scriptFormat, position: z.number().int().nonnegative() })
  .partial();
export type ScriptChange = z.infer<typeof scriptChange>;

export const memberChange = z.object({ role });
export type MemberChange = z.infer<typeof memberChange>;
export const invitationRequest = z.object({
  role,
  email: z.email().max(254).toLowerCase().optional(),
  days: z.number().int().min(1).max(30).default(7),
});
export type InvitationRequest = z.infer<typeof invitationRequest>;

const storableAnchor = anchor.refine(({ start, end, quote, prefix, suffix }) =>
  [start.element, end.element, quote, prefix, suffix].every(isStorable),
);
const thingId = z.string().min(1).max(128).refine(isStorable);
export const commentTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), anchor: storableAnchor }),
  z.object({ kind: z.literal('beat'), id: thingId }),
  z.object({ kind: z.literal('shot'), id: thingId }),
]);
const words = z.string().trim().min(1).max(10_000).refine(isStorable);
/** A new thread has a target, a reply a `threadId`. */
export const commentRequest = z.union([
  z.object({ body: words, mentions: z.array(z.uuid()).max(50).default([]), target: commentTarget }),
  z.object({ body: words, mentions: z.array(z.uuid()).max(50).default([]), threadId: z.uuid() }),
]);
export type CommentRequest = z.infer<typeof commentRequest>;
export const commentChange = z.union([
  z.object({ body: words, mentions: z.array(z.uuid()).max(50).default([]) }),
  z.object({ resolved: z.boolean() }),
]);
export type CommentChange = z.infer<typeof commentChange>;

export const gate = z.enum(['script', 'prompt', 'picture', 'final']);
/** The gates at which one can decide. The others judge takes, and there are none yet. */
export const OPEN_GATES = ['script', 'prompt'] as const satisfies readonly z.infer<typeof gate>[];
export const openGate = z.enum(OPEN_GATES);
export const decision = z.enum(['approve', 'request_changes', 'withdraw']);
/** A decision with the hash that was on screen. */
export const decisionRequest = z.object({
  gate: openGate,
  decision,
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  note: z.string().trim().max(4000).refine(isStorable).optional(),
});
export type DecisionRequest = z.infer<typeof decisionRequest>;

/** A stretch of units of one client in a shared document: client, clock of the first, how many. */
const unitRange = z.tuple([
  z.number().int().nonnegative(),
  z.number().int().nonnegative(),
  z.number().int().positive(),
]);
export type UnitRange = z.infer<typeof unitRange>;
/** So many units may be asked about at once: more than the words that any shot covers, and little work for the server. */
export const LAST_CHANGE_UNITS_MAX = 20_000;
const unitRanges = z
  .array(unitRange)
  .max(2000)
  .refine((ranges) => ranges.reduce((sum, [, , length]) => sum + length, 0) <= LAST_CHANGE_UNITS_MAX);
/** Asks who changed something last since a moment: parts of a script's documents, by the units that stand or stood there. */
export const lastChangeRequest = z.object({
  since: z.iso.datetime(),
  units: z.object({ script: unitRanges, shots: unitRanges }),
});
export type LastChangeRequest = z.infer<typeof lastChangeRequest>;

/** A new account. Where registration is by invitation, the link's token opens it, and the account joins the project at once. */
export const registration = z.object({
  name,
  email: z.email().max(254).toLowerCase(),
  password: z.string().min(10).max(200),
  invitation: z.string().min(1).max(128).optional(),
});
export type Registration = z.infer<typeof registration>;
