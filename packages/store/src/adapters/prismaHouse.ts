/** Outbox and settings on Prisma. */
import type { OutboxMessage } from '@tramline/wire';
import type { Outbox, Settings } from '../ports/house.ts';
import type { Database, Rows } from './database.ts';
import { isDuplicate } from './database.ts';

/** Posts a message in the transaction of the change it tells of. */
export async function post(rows: Rows, message: OutboxMessage, at: Date): Promise<void> {
  const { kind, ...payload } = message;
  await rows.outbox.create({ data: { kind, payload, at }, select: { id: true } });
}

/** Gives the outbox of a database. */
export function prismaOutbox(db: Database): Outbox {
  return {
    post: (message, at) => post(db, message, at),
    async prune(before) {
      return (await db.outbox.deleteMany({ where: { at: { lt: before } } })).count;
    },
  };
}

/** Gives the settings of a database. */
export function prismaSettings(db: Database): Settings {
  return {
    async read(key) {
      return (await db.setting.findUnique({ where: { key } }))?.value ?? undefined;
    },
    async write(key, value) {
      const json = value as object;
      await db.setting.upsert({ where: { key }, create: { key, value: json }, update: { value: json } });
    },
    async claim(key, value) {
      try {
        await db.setting.create({ data: { key, value: value as object } });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
  };
}
