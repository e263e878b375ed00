/** Turns what the web tier wrote into the outbox into what open sockets hear, and judges them anew. */
import { type PersonInProject, presentComment, type Store } from '@tramline/store';
import type { OutboxMessage } from '@tramline/wire';
import type { Rooms } from '../rooms.ts';
import type { EventServer } from './eventServer.ts';

export interface NewsDeskOptions {
  readonly rooms: Rooms;
  readonly events: EventServer;
  readonly store: Pick<Store, 'comments'>;
  readonly alarm: (text: string) => void;
}

const againMs = 1000;

export class NewsDesk {
  readonly #options: NewsDeskOptions;
  readonly #retries = new Set<NodeJS.Timeout>();
  #isClosed = false;

  constructor(options: NewsDeskOptions) {
    this.#options = options;
  }

  /** Acts on one message. What fails because the database went away is done again until it works. */
  hear(message: OutboxMessage): void {
    this.#run(() => this.#act(message));
  }

  /** Judges the open sockets of one person in a project. */
  judge(person: PersonInProject): void {
    const { rooms, events } = this.#options;
    const concerns = ({ projectId, userId }: PersonInProject): boolean =>
      projectId === person.projectId && userId === person.userId;
    this.#run(() => Promise.all([rooms.rejudge(concerns), events.rejudge(concerns)]));
  }

  /** Judges every open socket: after news may have been missed, and as a net every minute. */
  judgeAll(): void {
    const { rooms, events } = this.#options;
    this.#run(() => Promise.all([rooms.rejudge(), events.rejudge()]));
  }

  close(): void {
    this.#isClosed = true;
    for (const timer of this.#retries) clearTimeout(timer);
  }

  #run(work: () => Promise<unknown>, isFirst = true): void {
    work().catch((error: unknown) => {
      if (this.#isClosed) return;
      if (isFirst) this.#options.alarm(`news: ${String(error)}; tried again until it works`);
      const timer = setTimeout(() => {
        this.#retries.delete(timer);
        this.#run(work, false);
      }, againMs);
      this.#retries.add(timer);
    });
  }

  async #act(message: OutboxMessage): Promise<void> {
    const { rooms, events, store } = this.#options;
    switch (message.kind) {
      case 'comment.changed': {
        const comment = await store.comments.find(message.commentId);
        if (comment?.projectId === message.projectId)
          events.tell(message.projectId, 'comment.changed', presentComment(comment));
        return;
      }
      case 'script.changed':
        events.tell(message.projectId, 'script.changed', { scriptId: message.scriptId });
        return rooms.endDeleted(message.projectId);
      case 'membership.changed': {
        const { projectId, userId } = message;
        const concerns = (person: { projectId: string; userId: string }): boolean =>
          person.projectId === projectId && person.userId === userId;
        await Promise.all([rooms.rejudge(concerns), events.rejudge(concerns)]);
        events.tell(projectId, 'members.changed');
        return;
      }
      case 'session.ended': {
        const concerns = (person: { userId: string }): boolean => person.userId === message.userId;
        await Promise.all([rooms.rejudge(concerns), events.rejudge(concerns)]);
        return;
      }
      case 'project.deleted': {
        const concerns = (person: { projectId: string }): boolean => person.projectId === message.projectId;
        await Promise.all([rooms.rejudge(concerns), events.rejudge(concerns)]);
        return rooms.endDeleted(message.projectId);
      }
    }
  }
}
