/** The breakdown: what each scene needs, as it was tagged in the words. */
import type { ScriptFacts } from './scriptFacts.ts';
import { sumOf } from './scriptFacts.ts';
import { readTagUses, type TagUse } from './tagUses.ts';

/** A thing that may be tagged. `category` is an id (`props`, `vehicles`); its name and colour are the settings' matter. */
export interface TagDefinition {
  readonly id: string;
  readonly category: string;
  readonly label: string;
}

/** A thing in one scene, or, with `scenes`, in the script. `isDefined` is false where no definition has its id. */
export interface TagRow extends TagDefinition {
  readonly isDefined: boolean;
  readonly uses: number;
}

/** A scene with what it needs, by category, then label. `id` and `number` are undefined before the first scene. */
export interface SceneTags {
  readonly id: string | undefined;
  readonly number: string | undefined;
  readonly tags: readonly TagRow[];
}

/** `scenes` are those with tags, in order; `tags` everything tagged, with the number of its scenes. */
export interface TagReport {
  readonly scenes: readonly SceneTags[];
  readonly tags: readonly (TagRow & { readonly scenes: number; readonly numbers: readonly string[] })[];
  readonly categories: readonly { readonly category: string; readonly tags: number; readonly uses: number }[];
  readonly total: { readonly tags: number; readonly uses: number };
}

/**
 * What is tagged, by scene and in all. A tag without definition is listed under no category (empty) by the words that it
 * first covers; a definition that is not used is not listed. Every use is counted once in each of the three lists.
 */
export function tagReport(facts: ScriptFacts, definitions: readonly TagDefinition[]): TagReport {
  const uses = readTagUses(facts);
  const defined = new Map(definitions.map((definition) => [definition.id, definition]));
  const byTag = Map.groupBy(uses, ({ tag }) => tag);
  const rows = new Map([...byTag].map(([id, own]) => [id, rowOf(id, own, defined)]));
  const tags = sortTags(rows.values()).map((row) => ({ ...row, ...scenesOf(facts, byTag.get(row.id)!) }));
  const scenes = [...Map.groupBy(uses, ({ scene }) => scene)].map(([scene, own]) => ({
    id: scene === undefined ? undefined : facts.scenes[scene]!.id,
    number: scene === undefined ? undefined : facts.scenes[scene]!.number,
    tags: countTags(own, rows),
  }));
  const categories = [...Map.groupBy(tags, ({ category }) => category)].map(([category, own]) => ({
    ...{ category, tags: own.length, uses: sumOf(own, 'uses') },
  }));
  return { scenes, tags, categories, total: { tags: tags.length, uses: uses.length } };
}

function rowOf(id: string, uses: readonly TagUse[], defined: ReadonlyMap<string, TagDefinition>): TagRow {
  const definition = defined.get(id);
  const label = definition?.label || uses[0]!.words.trim();
  return { id, category: definition?.category ?? '', label, isDefined: definition !== undefined, uses: uses.length };
}

function countTags(uses: readonly TagUse[], rows: ReadonlyMap<string, TagRow>): TagRow[] {
  const counted = [...Map.groupBy(uses, ({ tag }) => tag)];
  return sortTags(counted.map(([id, own]) => ({ ...rows.get(id)!, uses: own.length })));
}

function scenesOf({ scenes }: ScriptFacts, uses: readonly TagUse[]) {
  const own = new Set(uses.flatMap(({ scene }) => scene ?? []));
  return { scenes: own.size, numbers: [...own].map((scene) => scenes[scene]!.number) };
}

/** By code units, so that the order is the same everywhere; a screen sorts by its language. */
function sortTags(rows: Iterable<TagRow>): TagRow[] {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...rows].sort((a, b) => order(a.category, b.category) || order(a.label, b.label) || order(a.id, b.id));
}
