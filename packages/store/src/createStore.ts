/** The store: every port on one database. */
import { openDatabase } from './adapters/database.ts';
import { prismaApprovals } from './adapters/prismaApprovals.ts';
import { prismaComments } from './adapters/prismaComments.ts';
import { prismaOutbox, prismaSettings } from './adapters/prismaHouse.ts';
import { prismaInvitations } from './adapters/prismaInvitations.ts';
import { prismaMembers } from './adapters/prismaMembers.ts';
import { prismaPeople, prismaSignInAttempts } from './adapters/prismaPeople.ts';
import { prismaProjects } from './adapters/prismaProjects.ts';
import { prismaDocuments, prismaScripts } from './adapters/prismaScripts.ts';
import type { Outbox, Settings } from './ports/house.ts';
import type { People, SignInAttempts } from './ports/person.ts';
import type { Invitations, Members, Projects } from './ports/project.ts';
import type { Approvals, Comments } from './ports/review.ts';
import type { Documents, Scripts } from './ports/script.ts';

/**
 * Everything that lies in rows. A write is one transaction with the outbox row that tells of it: it happens whole or not at all.
 * Expected refusals are outcomes; a database that is away throws, see `isStoreAway`.
 */
export interface Store {
  readonly people: People;
  readonly signInAttempts: SignInAttempts;
  readonly projects: Projects;
  readonly members: Members;
  readonly invitations: Invitations;
  readonly scripts: Scripts;
  readonly documents: Documents;
  readonly comments: Comments;
  readonly approvals: Approvals;
  readonly outbox: Outbox;
  readonly settings: Settings;
  /** Whether the database answers now. */
  isUp(): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens the store of a PostgreSQL. Nothing is connected before the first question. */
export function createStore({
  databaseUrl,
  maxConnections = 10,
}: {
  databaseUrl: string;
  maxConnections?: number;
}): Store {
  const db = openDatabase(databaseUrl, maxConnections);
  return {
    people: prismaPeople(db),
    signInAttempts: prismaSignInAttempts(db),
    projects: prismaProjects(db),
    members: prismaMembers(db),
    invitations: prismaInvitations(db),
    scripts: prismaScripts(db),
    documents: prismaDocuments(db),
    comments: prismaComments(db),
    approvals: prismaApprovals(db),
    outbox: prismaOutbox(db),
    settings: prismaSettings(db),
    async isUp() {
      try {
        await db.$queryRaw`SELECT 1`;
        return true;
      } catch {
        return false;
      }
    },
    close: () => db.$disconnect(),
  };
}
