'use client';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { ShotView } from '../workspace/model/workspaceModel.ts';
import { useModel, useWorkspace, useWorkspaceFocus } from '../workspace/useWorkspace.ts';
import { BeatHeadRow } from './BeatHeadRow.tsx';
import { useFieldPeople } from './fieldPresence.ts';
import { LIST_COLUMNS, ListHead } from './ListHead.tsx';
import { type DropPlace, rowTops, type ShotList } from './listItems.ts';
import { SceneHeadRow } from './SceneHeadRow.tsx';
import { ShotListRow } from './ShotListRow.tsx';
import { placeShot } from './shotEdits.ts';
import { stepShot } from './stepShot.ts';
import { useListWindow } from './useListWindow.ts';
import { useRowDrag } from './useRowDrag.ts';

export interface ShotTableProps {
  readonly list: ShotList;
  readonly mayEdit: boolean;
  /** Rows can be moved only while all of them are shown. */
  readonly mayMove: boolean;
  readonly onFold: (sceneKey: string) => void;
  readonly onReveal: (shot: ShotView) => void;
}

/** The height of the head that stays at the top while rows scroll. */
const HEAD_PX = 32;

/** The rows of the list. Only those in sight are drawn; the others are two empty rows of their height. */
export function ShotTable({ list, mayEdit, mayMove, onFold, onReveal }: ShotTableProps) {
  const t = useTranslations('shots');
  const { focus, shotsRoom, model } = useWorkspace();
  const scroller = useRef<HTMLDivElement>(null);
  const { heights, rowsOf } = useListWindow(scroller, 40);
  const tops = useMemo(() => rowTops(list.items, heights), [list.items, heights]);
  const { from, to } = rowsOf(tops);
  const selectedId = useWorkspaceFocus((state) => state.selectedShotId);
  const people = useFieldPeople(shotsRoom.awareness);
  const beats = useModel((now) => now.beats);
  const [said, say] = useState('');
  const [renaming, setRenaming] = useState<string | null>(null);

  const drop = (shotId: string, place: DropPlace): void => {
    const group = list.items.filter(
      (item) => item.kind === 'shot' && item.beatId === place.beatId && item.shot.id !== shotId,
    );
    const moved = model.getSnapshot().shotById.get(shotId);
    const siblings = group.flatMap((item) =>
      item.kind === 'shot' && item.shot.sceneId === moved?.sceneId ? [item.shot.record] : [],
    );
    placeShot(shotsRoom.doc, shotId, { beat: place.beatId, siblings, at: place.at });
  };
  const { drag, lift } = useRowDrag({ scroller, items: list.items, tops, headHeight: HEAD_PX, onDrop: drop });
  const shotAt = (index: number): ShotView | undefined => {
    const item = list.items[index];
    return item?.kind === 'shot' ? item.shot : undefined;
  };
  const go = (shotId: string, by: 1 | -1): void => {
    const order = list.items.flatMap((item) => (item.kind === 'shot' ? [item.shot.id] : []));
    const next = order[order.indexOf(shotId) + by];
    if (next === undefined) return;
    focus.setSelectedShotId(next);
    const index = list.items.findIndex((item) => item.kind === 'shot' && item.shot.id === next);
    const element = scroller.current;
    if (element) {
      const [top, bottom] = [tops[index]!, tops[index + 1]! + HEAD_PX];
      if (top < element.scrollTop) element.scrollTop = top;
      else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
    }
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`tr[data-s="${CSS.escape(next)}"]`)?.focus(),
    );
  };
  const onRowKey = (event: KeyboardEvent<HTMLElement>, shot: ShotView): void => {
    if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey) return;
    const by =
      event.key === 'ArrowDown' || event.key === 'j' ? 1 : event.key === 'ArrowUp' || event.key === 'k' ? -1 : 0;
    if (by !== 0 && event.altKey) {
      if (mayMove && event.key.startsWith('Arrow') && stepShot(shotsRoom.doc, model.getSnapshot(), shot.id, by)) {
        say(t('moved', { label: shot.label }));
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            scroller.current?.querySelector<HTMLElement>(`tr[data-s="${CSS.escape(shot.id)}"]`)?.focus(),
          ),
        );
      }
    } else if (by !== 0) go(shot.id, by);
    else if (event.key === 'Enter' && shot.place.state === 'placed') onReveal(shot);
    else return;
    event.preventDefault();
  };
  const firstShot = list.items.findIndex((item) => item.kind === 'shot');
  const hasSelected = list.items.some((item) => item.kind === 'shot' && item.shot.id === selectedId);

  return (
    <div className="scroll gridwrap" ref={scroller}>
      <span className="sr" role="status">
        {said}
      </span>
      <table className="shotgrid" aria-label={t('list')} aria-rowcount={list.items.length + 1}>
        <ListHead />
        <tbody>
          <Gap height={tops[from]!} />
          {list.items.slice(from, to).map((item, at) => {
            const rowIndex = from + at + 2;
            if (item.kind === 'scene')
              return (
                <SceneHeadRow
                  key={item.key}
                  item={item}
                  rowIndex={rowIndex}
                  mayEdit={mayMove}
                  onFold={onFold}
                  onBeat={setRenaming}
                />
              );
            if (item.kind === 'beat')
              return (
                <BeatHeadRow
                  key={item.key}
                  item={item}
                  rowIndex={rowIndex}
                  mayEdit={mayEdit}
                  isRenaming={renaming === item.beat.id}
                  onRenaming={(isOn) => setRenaming(isOn ? item.beat.id : null)}
                />
              );
            if (item.kind === 'orphans')
              return (
                <tr key={item.key} className="gh" aria-rowindex={rowIndex}>
                  <th colSpan={LIST_COLUMNS} scope="rowgroup">
                    <div className="row">
                      <b>{t('orphans')}</b>
                      <span className="mut num">{item.count}</span>
                    </div>
                  </th>
                </tr>
              );
            return (
              <ShotListRow
                key={item.key}
                shot={item.shot}
                rowIndex={rowIndex}
                isOn={item.shot.id === selectedId}
                isStop={
                  item.shot.id === selectedId ||
                  (!hasSelected && from + at === firstShot && shotAt(firstShot) !== undefined)
                }
                isLifted={drag?.shotId === item.shot.id}
                mayEdit={mayEdit}
                mayMove={mayMove && item.shot.place.state === 'placed'}
                people={people}
                beats={beats}
                onLift={lift}
                onKey={onRowKey}
                onReveal={onReveal}
              />
            );
          })}
          <Gap height={tops.at(-1)! - tops[to]!} />
        </tbody>
      </table>
      {drag?.place && <div className="drop-bar" style={{ top: drag.place.y + HEAD_PX }} aria-hidden="true" />}
    </div>
  );
}

function Gap({ height }: { readonly height: number }) {
  return height > 0 ? (
    <tr className="gap-row">
      <td colSpan={LIST_COLUMNS} style={{ height }} />
    </tr>
  ) : null;
}
