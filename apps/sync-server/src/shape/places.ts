/** Finds where a struct of an incoming update lives: in which shared type, of which shape, under which key. */
import type { EntryShape, MapShape, RootShape, TextShape } from '@tramline/collab';
import { isAllowedName } from '@tramline/collab';
import { REFUSAL } from '@tramline/wire';
import * as Y from 'yjs';
import { refuse } from './refusedUpdate.ts';

export type Struct = Y.Item | Y.GC | Y.Skip;

/** `holder` names the shared type; `key` is `null` in a text. `dead`: its surroundings were deleted for good. */
export interface Place {
  readonly holder: string;
  readonly shape: TextShape | MapShape | undefined;
  readonly key: string | null;
}
export const DEAD: Place = { holder: 'dead', shape: undefined, key: null };

/** One past the last clock of a struct. */
export function endOf(struct: Struct): number {
  return struct.id.clock + struct.length;
}

/** The structs that an update brings, by client and in order of clocks, beside those that the document has. */
export class Places {
  readonly incoming = new Map<number, Struct[]>();
  #count = 0;
  readonly #doc: Y.Doc;
  readonly #known = new Map<Struct, Place>();
  readonly #rootByName = new Map<string, Place>();
  readonly #rootByType = new Map<unknown, Place>();

  constructor(doc: Y.Doc, roots: readonly RootShape[]) {
    this.#doc = doc;
    for (const { name, shape } of roots) {
      const place: Place = { holder: `root ${name}`, shape, key: null };
      this.#rootByName.set(name, place);
      this.#rootByType.set(shape.type === 'text' ? doc.getText(name) : doc.getMap(name), place);
    }
  }

  /** Adds a struct of the update, behind those of its client. */
  add(struct: Struct): void {
    const list = this.incoming.get(struct.id.client);
    if (list) list.push(struct);
    else this.incoming.set(struct.id.client, [struct]);
    this.#count++;
  }

  /** The clock that the document has reached for a client. */
  clockOf(client: number): number {
    return Y.getState(this.#doc.store, client);
  }

  /** Refuses an id that neither the document nor the update has. */
  mustExist({ client, clock }: Y.ID): void {
    const last = this.incoming.get(client)?.at(-1);
    if (clock >= Math.max(this.clockOf(client), last ? endOf(last) : 0)) refuse(REFUSAL.gap, 'neighbour unknown');
  }

  /** The struct that holds an id. */
  find(id: Y.ID): Struct {
    this.mustExist(id);
    if (id.clock < this.clockOf(id.client)) return Y.getItem(this.#doc.store, id) as Struct;
    const list = this.incoming.get(id.client)!;
    let low = 0;
    let high = list.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (list[middle]!.id.clock <= id.clock) low = middle;
      else high = middle - 1;
    }
    return list[low]!;
  }

  /** Follows neighbours to a struct that names its parent. A loop, not recursion: offline work makes long chains. */
  of(start: Struct): Place {
    const path: Struct[] = [];
    let struct = start;
    let place = this.#known.get(struct);
    while (!place) {
      path.push(struct);
      // A chain leads through the update only: what the document has knows its parent.
      if (path.length > this.#count + 1) refuse(REFUSAL.malformed, 'neighbours in a circle');
      if (!(struct instanceof Y.Item)) place = DEAD;
      else if (struct.parent !== null && struct.parent !== undefined) place = this.#direct(struct);
      else if (struct.origin) struct = this.find(struct.origin);
      else if (struct.rightOrigin) struct = this.find(struct.rightOrigin);
      else place = DEAD;
      place ??= this.#known.get(struct);
    }
    for (const visited of path) this.#known.set(visited, place);
    return place;
  }

  #direct(item: Y.Item): Place {
    const parent: unknown = item.parent;
    const key = item.parentSub;
    if (typeof parent === 'string') {
      const root = this.#rootByName.get(parent) ?? refuse(REFUSAL.shape, `root ${parent.slice(0, 40)}`);
      return key === null ? root : { ...root, key };
    }
    if (parent instanceof Y.ID) return this.#inside(this.find(parent), key);
    const root = this.#rootByType.get(parent);
    if (root) return key === null ? root : { ...root, key };
    const holder = (parent as Y.AbstractType<unknown>)._item;
    return holder ? this.#inside(holder, key) : refuse(REFUSAL.shape, 'unknown root in the document');
  }

  #inside(holder: Struct, key: string | null): Place {
    if (!(holder instanceof Y.Item) || holder.content instanceof Y.ContentDeleted) return DEAD;
    const around = this.of(holder);
    if (!around.shape) return DEAD;
    const shape = entryOf(around);
    if (!(holder.content instanceof Y.ContentType) || !shape || shape.type === 'value') {
      return refuse(REFUSAL.shape, 'nested too deep');
    }
    return { holder: `${holder.id.client}:${holder.id.clock}`, shape, key };
  }
}

/** What may stand at a place: the shape of an embedded map in a text, of a key in a map; `undefined`: nothing. */
export function entryOf({ shape, key }: Place): EntryShape | undefined {
  if (!shape) return undefined;
  if (shape.type === 'text') return key === null ? shape.embed : undefined;
  if (key === null) return undefined;
  if (Object.hasOwn(shape.keys, key)) return shape.keys[key];
  return shape.others && isAllowedName(key) ? shape.others : undefined;
}
