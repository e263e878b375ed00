/** Scripts and the documents that belong to them. */
import type { DocumentKind, Outcome, ScriptView } from '@tramline/wire';

export interface Script {
  readonly id: string;
  readonly projectId: string;
  readonly title: string;
  readonly format: ScriptView['format'];
  readonly language: ScriptView['language'];
  /** Orders the scripts of a project, from 0. */
  readonly position: number;
  readonly documents: { readonly script: string; readonly shots: string };
  readonly createdAt: Date;
  /** When the newest update of one of its documents came, or `createdAt`. */
  readonly changedAt: Date;
}

/** A file as it was imported, byte for byte. */
export interface ScriptSource {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What somebody wrote since the first content, as one Yjs update under client ids below 1024. */
export interface EarlierEdit {
  readonly update: Uint8Array;
  readonly authorId: string;
  readonly at: Date;
}

export interface NewScript {
  readonly id: string;
  readonly projectId: string;
  readonly title: string;
  readonly format: ScriptView['format'];
  readonly language: ScriptView['language'];
  readonly source?: ScriptSource;
  /**
   * The two rooms, each with its first content, if any, as one Yjs update, written by the server under client ids below 1024, and
   * with what people changed in it since: the demo's scripts come with a past.
   */
  readonly documents: Readonly<
    Record<
      'script' | 'shots',
      { id: string; update?: Uint8Array; schemaVersion: number; edits?: readonly EarlierEdit[] }
    >
  >;
  readonly createdById: string;
  readonly at: Date;
}

export interface Scripts {
  /** A script; `undefined` when it or its project is not there or was deleted. */
  find(id: string): Promise<Script | undefined>;
  /**
   * Makes a script last in its project with its two documents and their first content, all or nothing. `thing.notFound` when the
   * project is gone.
   */
  create(script: NewScript): Promise<Outcome<Script>>;
  /** Changes what is given; another position moves the script and shifts the others. `thing.notFound` when it is gone. */
  change(
    id: string,
    change: { title?: string; format?: ScriptView['format']; position?: number },
    at: Date,
  ): Promise<Outcome<Script>>;
  /** Deletes a script: nobody sees it again, its rooms close. */
  remove(id: string, at: Date): Promise<void>;
  /** The file that the script was imported from; `undefined` when it was written here. */
  source(id: string): Promise<ScriptSource | undefined>;
}

/** What a room is, for tickets. */
export interface DocumentRow {
  readonly id: string;
  readonly projectId: string;
  readonly kind: DocumentKind;
  readonly schemaVersion: number;
  readonly generation: number;
}

export interface Documents {
  /** A document; `undefined` when it or its project is not there or was deleted. */
  find(id: string): Promise<DocumentRow | undefined>;
}
