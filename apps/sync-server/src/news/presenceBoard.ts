/** Who is in which project and where. Lives only in memory. */
import type { PresenceEntry, Whereabouts } from '@tramline/wire';

/** Tells of each change of a project at most once per `everyMs`. */
export class PresenceBoard {
  readonly #projects = new Map<string, Map<string, PresenceEntry>>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #everyMs: number;
  readonly #tell: (projectId: string, entries: readonly PresenceEntry[]) => void;

  constructor(everyMs: number, tell: (projectId: string, entries: readonly PresenceEntry[]) => void) {
    this.#everyMs = everyMs;
    this.#tell = tell;
  }

  /** Everybody in a project, in the order in which they came. */
  entries(projectId: string): readonly PresenceEntry[] {
    return [...(this.#projects.get(projectId)?.values() ?? [])];
  }

  enter(projectId: string, entry: PresenceEntry): void {
    const project = this.#projects.get(projectId) ?? new Map<string, PresenceEntry>();
    this.#projects.set(projectId, project);
    project.set(entry.connectionId, entry);
    this.#later(projectId);
  }

  /** A connection says where its person is; one that is not in the project is ignored. */
  move(projectId: string, connectionId: string, where: Whereabouts): void {
    const project = this.#projects.get(projectId);
    const known = project?.get(connectionId);
    if (!project || !known) return;
    const { userId, name } = known;
    project.set(connectionId, { ...where, connectionId, userId, name });
    this.#later(projectId);
  }

  leave(projectId: string, connectionId: string): void {
    const project = this.#projects.get(projectId);
    if (!project?.delete(connectionId)) return;
    if (project.size === 0) this.#projects.delete(projectId);
    this.#later(projectId);
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  #later(projectId: string): void {
    if (this.#timers.has(projectId)) return;
    const timer = setTimeout(() => {
      this.#timers.delete(projectId);
      this.#tell(projectId, this.entries(projectId));
    }, this.#everyMs);
    this.#timers.set(projectId, timer);
  }
}
