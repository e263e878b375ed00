import { presentComment } from '@tramline/store';
import { commentRequest } from '@tramline/wire';
import { done } from '../../../../../server/outcome.ts';
import { memberRoute, nothing } from '../../../../../server/route.ts';
import { inScript } from '../../../../../server/subject.ts';

/** The comments of a script, in the order in which they were written. */
export const GET = memberRoute({
  about: inScript,
  may: 'project.read',
  reads: nothing,
  do: async ({ services, subject }) => done(await services.store.comments.list(subject.script.id)),
  present: (comments) => comments.map(presentComment),
});

/** A new thread, or an answer in one. */
export const POST = memberRoute({
  about: inScript,
  may: 'comment.write',
  reads: commentRequest,
  do: ({ services, session, subject, input }) =>
    services.store.comments.add({
      ...{ id: services.newId(), scriptId: subject.script.id, authorId: session.person.id, at: services.now() },
      ...input,
    }),
  present: presentComment,
  status: 201,
});
