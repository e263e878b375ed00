/** All open rooms of the process: one load per document, shared by everybody who arrives meanwhile. */
import { type PersonInProject, readDeleted, readStandings, type Standing } from '@tramline/store';
import { judge } from './news/judge.ts';
import { openRoom, type Room, type RoomOptions } from './room/room.ts';
import type { Connection } from './socket/connection.ts';

export class Rooms {
  readonly #options: Omit<RoomOptions, 'onClosed'>;
  readonly #opening = new Map<string, Promise<Room | undefined>>();
  readonly #open = new Map<string, Room>();

  constructor(options: Omit<RoomOptions, 'onClosed'>) {
    this.#options = options;
  }

  /** How often sockets have been judged anew. */
  judgements = 0;

  get size(): number {
    return this.#open.size;
  }
  /** An open room, without loading it. */
  get(documentId: string): Room | undefined {
    return this.#open.get(documentId);
  }

  /** A room, loaded when it must be; `undefined` when there is no such document. Throws when the database is away. */
  async open(documentId: string): Promise<Room | undefined> {
    const open = this.#open.get(documentId);
    if (open) return open;
    const known = this.#opening.get(documentId);
    if (known) return known;
    const opening = openRoom(documentId, {
      ...this.#options,
      onClosed: (room) => {
        if (this.#open.get(documentId) === room) this.#open.delete(documentId);
      },
    });
    this.#opening.set(documentId, opening);
    try {
      const room = await opening;
      if (room) this.#open.set(documentId, room);
      return room;
    } finally {
      this.#opening.delete(documentId);
    }
  }

  /** Judges open sockets anew: all of them, or those that a change concerns. Throws when the database is away. */
  async rejudge(concerns: (person: PersonInProject) => boolean = () => true): Promise<void> {
    this.judgements++;
    const sockets = this.#sockets().filter(({ peer }) => concerns(peer.ticket));
    const people = new Map(sockets.map(({ peer }) => [`${peer.ticket.projectId} ${peer.userId}`, peer.ticket]));
    const standings = await readStandings(this.#options.log.pool, [...people.values()]);
    const found = new Map(standings.map((standing) => [`${standing.projectId} ${standing.userId}`, standing]));
    for (const { room, peer } of sockets) {
      const standing = found.get(`${peer.ticket.projectId} ${peer.userId}`);
      if (standing && room.members.has(peer)) apply(room, peer, standing);
    }
  }

  /** Ends the rooms of documents that were deleted. Throws when the database is away. */
  async endDeleted(projectId: string): Promise<void> {
    const rooms = [...this.#open.values()].filter((room) => room.projectId === projectId);
    if (rooms.length === 0) return;
    const deleted = await readDeleted(
      this.#options.log.pool,
      rooms.map((room) => room.documentId),
    );
    for (const room of rooms) if (deleted.has(room.documentId)) room.end();
  }

  /** Commits what is in line and closes every room. */
  async shutdown(patienceMs: number): Promise<void> {
    await Promise.allSettled(this.#opening.values());
    await Promise.all([...this.#open.values()].map((room) => room.shutdown(patienceMs)));
  }

  #sockets(): { readonly room: Room; readonly peer: Connection }[] {
    return [...this.#open.values()].flatMap((room) => [...room.members].map((peer) => ({ room, peer })));
  }
}

function apply(room: Room, peer: Connection, standing: Standing): void {
  const judgement = judge({ ticket: peer.ticket, kind: room.kind, refusal: peer.refusal }, standing, new Date());
  if (judgement.act === 'close') peer.close(judgement.code, judgement.why);
  else if (judgement.act === 'read') peer.becomeReader(judgement.code);
}
