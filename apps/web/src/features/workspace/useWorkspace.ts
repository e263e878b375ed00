'use client';
import { createContext, useCallback, useContext, useRef, useSyncExternalStore } from 'react';
import type { Room } from '../../sync/room.ts';
import type { FocusState } from './focusStore.ts';
import { useFocus } from './focusStore.ts';
import type { WorkspaceModel } from './model/workspaceModel.ts';
import type { Workspace } from './workspace.ts';

export const WorkspaceContext = createContext<Workspace | null>(null);

/** The workspace around this component. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new TypeError('useWorkspace is only for components inside WorkspaceProvider');
  return workspace;
}

/** A part of the model; renders again only when that part changed. The selector must give back parts that keep identity. */
export function useModel<T>(select: (model: WorkspaceModel) => T): T {
  const { model } = useWorkspace();
  const read = () => select(model.getSnapshot());
  return useSyncExternalStore(model.subscribe, read, read);
}

/** A value of the focus store of this workspace. */
export function useWorkspaceFocus<T>(select: (state: FocusState) => T): T {
  return useFocus(useWorkspace().focus, select);
}

/** A fact of a room, such as its mode; renders again only when it changed. */
export function useRoom<T>(room: Room, select: (room: Room) => T): T {
  const latest = useRef(select);
  latest.current = select;
  const read = useCallback(() => latest.current(room), [room]);
  return useSyncExternalStore(room.subscribe, read, read);
}
