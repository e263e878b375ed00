export { type AuthoredUpdate, authoredUpdates } from './authoredUpdates.ts';
export {
  type DocumentBytes,
  type DocumentHead,
  type LogRow,
  loadBytes,
  loadTail,
  quarantineRows,
  type SnapshotBytes,
} from './documentBytes.ts';
export { type InitialDocument, insertInitialDocument, SERVER_AUTHOR } from './initialDocument.ts';
export { type AppendResult, defaultLogLimits, type LogEntry, type LogLimits } from './logEntry.ts';
export { OutboxReader } from './outboxReader.ts';
export { createLogPool } from './pool.ts';
export { type VerifiedSnapshot, writeSnapshot } from './snapshotRow.ts';
export { readSpool, Spool } from './spool.ts';
export { leaseClients, type PersonInProject, readDeleted, readStandings, type Standing } from './standing.ts';
export { UpdateLog } from './updateLog.ts';
