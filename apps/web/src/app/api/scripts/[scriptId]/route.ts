import { presentScript } from '@tramline/store';
import { scriptChange } from '@tramline/wire';
import { done } from '../../../../server/outcome.ts';
import { memberRoute, nothing } from '../../../../server/route.ts';
import { inScript } from '../../../../server/subject.ts';

export const GET = memberRoute({
  about: inScript,
  may: 'project.read',
  reads: nothing,
  do: async ({ subject }) => done(subject.script),
  present: presentScript,
});

/** Title, format, place among the scripts. */
export const PATCH = memberRoute({
  about: inScript,
  may: 'script.edit',
  reads: scriptChange,
  do: ({ services, subject, input }) => services.store.scripts.change(subject.script.id, input, services.now()),
  present: presentScript,
});

export const DELETE = memberRoute({
  about: inScript,
  may: 'settings.change',
  reads: nothing,
  do: async ({ services, subject }) => done(await services.store.scripts.remove(subject.script.id, services.now())),
  present: () => undefined,
});
