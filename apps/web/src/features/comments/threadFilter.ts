/** Which threads a list shows, and in which order. */
import type { ThreadView } from '../workspace/model/workspaceModel.ts';

export type ThreadFilter = 'open' | 'resolved';

/** Threads by where they hang in the script; those on shots and beats after the words, orphaned ones last, each by time. */
export function filterThreads(threads: readonly ThreadView[], filter: ThreadFilter): ThreadView[] {
  const group = ({ place }: ThreadView): number => (place.state === 'placed' ? 0 : place.state === 'orphaned' ? 2 : 1);
  return threads
    .filter(({ root }) => (root.resolved !== null) === (filter === 'resolved'))
    .sort((a, b) => {
      if (group(a) !== group(b)) return group(a) - group(b);
      if (a.place.state === 'placed' && b.place.state === 'placed') {
        const [x, y] = [a.place.start, b.place.start];
        if (x.ordinal !== y.ordinal || x.offset !== y.offset) return x.ordinal - y.ordinal || x.offset - y.offset;
      }
      return a.root.createdAt < b.root.createdAt ? -1 : 1;
    });
}
