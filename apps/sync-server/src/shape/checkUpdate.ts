/** Decides whether an incoming update may touch the document, on decoded structs, before anything is applied. */
import { DOCUMENT_SHAPES } from '@tramline/collab';
import { type DocumentKind, REFUSAL, type Refusal } from '@tramline/wire';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { checkContent } from './checkContent.ts';
import { DEAD, endOf, Places, type Struct } from './places.ts';
import { RefusedUpdate, refuse } from './refusedUpdate.ts';

/** `hasNews` false: everything in it is known already. `ends` holds the new clock of each client that grew. */
export type Verdict =
  | { readonly ok: true; readonly hasNews: boolean; readonly ends: ReadonlyMap<number, number> }
  | { readonly ok: false; readonly code: Refusal; readonly why: string };

export interface CheckRequest {
  readonly doc: Y.Doc;
  readonly kind: DocumentKind;
  readonly update: Uint8Array;
  /** Which client ids this sender owns. */
  readonly mayWrite: (clientId: number) => boolean;
  readonly runMax: number;
}

/** Checks one update against the live document. Costs about what applying it costs; never throws. */
export function checkUpdate(request: CheckRequest): Verdict {
  try {
    return new UpdateCheck(request).run();
  } catch (error) {
    if (error instanceof RefusedUpdate) return { ok: false, code: error.code, why: error.message };
    return { ok: false, code: REFUSAL.malformed, why: String(error) }; // truncated input, recursion in nested values …
  }
}

type DeleteRanges = ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>;
const lookedAtMost = 200_000;
const largestClock = 2 ** 31;

class UpdateCheck {
  readonly #request: CheckRequest;
  readonly #places: Places;

  constructor(request: CheckRequest) {
    this.#request = request;
    this.#places = new Places(request.doc, DOCUMENT_SHAPES[request.kind]);
  }

  run(): Verdict {
    const { structs, ds } = Y.decodeUpdate(this.#request.update);
    const ends = this.#checkClocks(structs as Struct[]);
    for (const [client, list] of this.#places.incoming) {
      const known = this.#places.clockOf(client);
      for (const struct of list) if (struct instanceof Y.Item && endOf(struct) > known) this.#checkItem(struct, known);
    }
    const hasDeleted = this.#checkDeletes(ds.clients as DeleteRanges, ends);
    return { ok: true, hasNews: ends.size > 0 || hasDeleted, ends };
  }

  /** Runs of one client start at or below the known clock and have no hole; only owned ids may grow. */
  #checkClocks(structs: readonly Struct[]): Map<number, number> {
    const ends = new Map<number, number>();
    const { incoming } = this.#places;
    for (const struct of structs) {
      const { client, clock } = struct.id;
      const list = incoming.get(client);
      const known = this.#places.clockOf(client);
      const last = list?.at(-1);
      if (!(struct.length > 0) || clock + struct.length > largestClock) refuse(REFUSAL.malformed, 'clock out of range');
      if (clock > (last ? endOf(last) : known)) refuse(REFUSAL.gap, 'clock gap');
      if (last && clock !== endOf(last)) refuse(REFUSAL.malformed, 'runs overlap');
      this.#places.add(struct);
      if (endOf(struct) <= known) continue;
      this.#checkGrowth(struct);
      ends.set(client, endOf(struct));
    }
    // Yjs keeps only the last section of a client that appears twice, so what is checked must be what it applies.
    const sections = decoding.readVarUint(decoding.createDecoder(this.#request.update));
    if (sections !== incoming.size) refuse(REFUSAL.malformed, 'client sections');
    return ends;
  }

  #checkGrowth(struct: Struct): void {
    const { mayWrite, runMax } = this.#request;
    if (!mayWrite(struct.id.client))
      refuse(REFUSAL.foreignClient, `client ${struct.id.client} belongs to somebody else`);
    if (struct instanceof Y.Skip) refuse(REFUSAL.gap, 'skip');
    if (struct instanceof Y.GC && struct.length > runMax) refuse(REFUSAL.shape, 'collected run too long');
  }

  #checkItem(item: Y.Item, known: number): void {
    const places = this.#places;
    if (item.origin) places.mustExist(item.origin);
    if (item.rightOrigin) places.mustExist(item.rightOrigin);
    const place = places.of(item);
    const mustAgree = (id: Y.ID): void => {
      const other = places.of(places.find(id));
      if (other === DEAD || place === DEAD) return;
      if (other.holder !== place.holder || other.key !== place.key) refuse(REFUSAL.shape, 'neighbours disagree');
    };
    // Both neighbours must agree, or the parent could be smuggled.
    if (item.origin && item.rightOrigin) mustAgree(item.rightOrigin);
    // A struct may begin below the known clock, because Yjs merges runs; its known part says where the new part goes.
    if (item.id.clock < known) mustAgree(Y.createID(item.id.client, known - 1));
    checkContent(item.content, place, this.#request.runMax);
  }

  /** Deleted ranges are known, sorted and apart; true when one of them deletes something still visible. */
  #checkDeletes(clients: DeleteRanges, ends: ReadonlyMap<number, number>): boolean {
    let hasNews = false;
    let looked = 0;
    for (const [client, ranges] of clients) {
      const known = this.#places.clockOf(client);
      const end = Math.max(known, ends.get(client) ?? 0);
      let previous = 0;
      for (const { clock, len } of ranges) {
        if (clock < previous || len <= 0) refuse(REFUSAL.malformed, 'delete ranges overlap');
        previous = clock + len;
        if (previous > end) refuse(REFUSAL.gap, 'deletes something unknown');
        if (hasNews || clock >= known) continue;
        const list = this.#request.doc.store.clients.get(client)!;
        for (let at = Y.findIndexSS(list, clock); !hasNews && at < list.length; at++) {
          const struct = list[at]!;
          if (struct.id.clock >= previous) break;
          hasNews = !struct.deleted || ++looked > lookedAtMost;
        }
      }
    }
    return hasNews;
  }
}
