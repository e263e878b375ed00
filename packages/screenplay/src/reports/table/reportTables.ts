/** Each report as a table. */
import type { CharacterReport } from '../characterReport.ts';
import type { ConversationReport } from '../conversationReport.ts';
import type { PlaceReport } from '../placeReport.ts';
import type { SceneReport } from '../sceneReport.ts';
import type { TagReport } from '../tagReport.ts';
import type { TimelineReport } from '../timelineReport.ts';
import type { TimeOfDayReport } from '../timeOfDayReport.ts';
import { type ReportTable, reportTable } from './reportTable.ts';

/** Scenes: one row each. */
export function sceneTable({ rows, total }: SceneReport): ReportTable {
  const { eighths, speeches, words } = total;
  return reportTable(
    [
      ...([
        ['number', 'text'],
        ['intExt', 'code'],
        ['location', 'text'],
        ['time', 'text'],
        ['page', 'page'],
      ] as const),
      ...([
        ['eighths', 'eighths'],
        ['cast', 'list'],
        ['speeches', 'count'],
        ['words', 'count'],
      ] as const),
      ['isOmitted', 'flag'],
    ],
    rows,
    { eighths, speeches, words },
  );
}

/** Speakers: one row each. */
export function characterTable({ rows, total }: CharacterReport): ReportTable {
  return reportTable(
    [
      ...([
        ['name', 'text'],
        ['speeches', 'count'],
        ['words', 'count'],
        ['lines', 'count'],
      ] as const),
      ...([
        ['scenes', 'count'],
        ['firstPage', 'page'],
        ['lastPage', 'page'],
        ['share', 'share'],
      ] as const),
    ],
    rows,
    total,
  );
}

/** Pairs of speakers: one row each. */
export function conversationTable({ rows, total }: ConversationReport): ReportTable {
  const columns = [
    ['a', 'text'],
    ['b', 'text'],
    ['exchanges', 'count'],
    ['scenes', 'count'],
  ] as const;
  return reportTable(columns, rows, total);
}

/** Places: one row each. */
export function placeTable({ rows, total }: PlaceReport): ReportTable {
  return reportTable(
    [
      ...([
        ['location', 'text'],
        ['sides', 'list'],
        ['scenes', 'count'],
        ['numbers', 'list'],
      ] as const),
      ...([
        ['eighths', 'eighths'],
        ['words', 'count'],
        ['cast', 'list'],
      ] as const),
    ],
    rows,
    total,
  );
}

/** Parts of the day: one row each. */
export function timeOfDayTable({ rows, total }: TimeOfDayReport): ReportTable {
  return reportTable(
    [
      ...([
        ['time', 'code'],
        ['scenes', 'count'],
        ['assumed', 'count'],
        ['eighths', 'eighths'],
      ] as const),
      ['words', 'count'],
    ],
    rows,
    total,
  );
}

/** Story lines: one row each, with the numbers of their scenes. A scene may be on several, so there is no total. */
export function timelineTable({ lines, scenes }: TimelineReport): ReportTable {
  return reportTable(
    [
      ['kind', 'code'],
      ['label', 'text'],
      ['level', 'count'],
      ['scenes', 'list'],
      ['eighths', 'eighths'],
    ],
    lines.map((line) => ({ ...line, scenes: line.scenes.map((scene) => scenes[scene]!.number) })),
  );
}

/** The breakdown: one row for each thing in each scene. */
export function tagTable({ scenes, total }: TagReport): ReportTable {
  return reportTable(
    [
      ['number', 'text'],
      ['category', 'code'],
      ['label', 'text'],
      ['uses', 'count'],
    ],
    scenes.flatMap(({ number, tags }) => tags.map((tag) => ({ ...tag, number }))),
    { uses: total.uses },
  );
}
