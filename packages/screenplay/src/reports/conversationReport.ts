/** Who speaks with whom: speeches that follow each other in a scene. */
import type { ScriptFacts, Speech } from './scriptFacts.ts';
import { sumOf } from './scriptFacts.ts';

/** Two speakers, the one with the first words of the script as `a`; `exchanges` counts both directions. */
export interface ConversationRow {
  readonly a: string;
  readonly b: string;
  readonly exchanges: number;
  readonly scenes: number;
}

/** The rows with the most exchanges first. Pairs that never speak with each other have none. */
export interface ConversationReport {
  readonly rows: readonly ConversationRow[];
  readonly total: { readonly exchanges: number };
}

/**
 * Every two speeches that follow each other in one scene and have two speakers are an exchange. Somebody who goes on
 * speaking speaks with nobody; nor does what stands before the first scene.
 */
export function conversationReport({ speeches }: ScriptFacts): ConversationReport {
  const rank = new Map<string, number>();
  for (const { speaker } of speeches) if (!rank.has(speaker)) rank.set(speaker, rank.size);
  const pairs = Map.groupBy(findExchanges(speeches), ({ speakers }) => {
    const [one, other] = speakers.map((name) => rank.get(name)!);
    return one! < other! ? one! * rank.size + other! : other! * rank.size + one!;
  });
  const names = [...rank.keys()];
  const rows = [...pairs].map(([key, exchanges]) => ({
    a: names[Math.floor(key / names.length)]!,
    b: names[key % names.length]!,
    exchanges: exchanges.length,
    scenes: new Set(exchanges.map(({ scene }) => scene)).size,
  }));
  rows.sort((x, y) => y.exchanges - x.exchanges);
  return { rows, total: { exchanges: sumOf(rows, 'exchanges') } };
}

interface Exchange {
  readonly speakers: readonly [string, string];
  readonly scene: number;
}

function findExchanges(speeches: readonly Speech[]): Exchange[] {
  return speeches.flatMap(({ speaker, scene }, i) => {
    const before = speeches[i - 1];
    if (scene === undefined || before?.scene !== scene || before.speaker === speaker) return [];
    return [{ speakers: [before.speaker, speaker] as const, scene }];
  });
}

/**
 * The exchanges of some speakers as a matrix: `matrix[i][j]` are those of `names[i]` with `names[j]`, the same as
 * `matrix[j][i]`; 0 with oneself. It holds `names.length` squared numbers: ask for the leading ones.
 */
export function conversationMatrix({ rows }: ConversationReport, names: readonly string[]): number[][] {
  const at = new Map(names.map((name, i) => [name, i]));
  const matrix = names.map(() => names.map(() => 0));
  for (const { a, b, exchanges } of rows) {
    const [i, j] = [at.get(a), at.get(b)];
    if (i !== undefined && j !== undefined) matrix[i]![j] = matrix[j]![i] = exchanges;
  }
  return matrix;
}
