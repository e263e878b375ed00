/** Projects on Prisma. */
import { role } from '@tramline/wire';
import type { MemberProject, Projects } from '../ports/project.ts';
import type { Database } from './database.ts';
import { post } from './prismaHouse.ts';
import { readMember, WITH_PERSON } from './prismaMembers.ts';
import { withChanges } from './prismaScripts.ts';

async function readProjects(db: Database, personId: string, id?: string): Promise<readonly MemberProject[]> {
  const found = await db.project.findMany({
    where: { ...(id === undefined ? {} : { id }), deletedAt: null, memberships: { some: { userId: personId } } },
    include: {
      memberships: { include: WITH_PERSON, orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }] },
      scripts: {
        where: { deletedAt: null },
        orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
        omit: { sourceBytes: true, sourceName: true },
      },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const scripts = await withChanges(
    db,
    found.flatMap((project) => project.scripts),
  );
  return found.map((project) => {
    const members = project.memberships.map(readMember);
    return {
      id: project.id,
      name: project.name,
      isDemo: project.isDemo,
      createdAt: project.createdAt,
      role: role.parse(members.find((member) => member.id === personId)?.role),
      members,
      scripts: scripts.filter((script) => script.projectId === project.id),
    };
  });
}

/** Gives the projects of a database. */
export function prismaProjects(db: Database): Projects {
  return {
    listFor: (personId) => readProjects(db, personId),
    findFor: async (id, personId) => (await readProjects(db, personId, id))[0],
    async roleOf(projectId, userId) {
      const found = await db.membership.findFirst({ where: { projectId, userId, project: { deletedAt: null } } });
      return found ? role.parse(found.role) : undefined;
    },
    async create({ id, name, ownerId, isDemo = false, at }) {
      const owner = { create: { userId: ownerId, role: 'owner', createdAt: at } };
      await db.project.create({
        data: { id, name, isDemo, createdById: ownerId, createdAt: at, memberships: owner },
      });
    },
    async rename(id, name) {
      await db.project.updateMany({ where: { id, deletedAt: null }, data: { name } });
    },
    async remove(id, at) {
      await db.$transaction(async (rows) => {
        const { count } = await rows.project.updateMany({ where: { id, deletedAt: null }, data: { deletedAt: at } });
        if (count === 0) return;
        await rows.document.updateMany({ where: { projectId: id, deletedAt: null }, data: { deletedAt: at } });
        await post(rows, { kind: 'project.deleted', projectId: id }, at);
      });
    },
  };
}
