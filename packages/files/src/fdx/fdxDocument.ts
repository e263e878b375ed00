/** What a read Final Draft file is made of. Source: files written by Final Draft 10 to 13 and Fade In. */
import type { Element, Span, TitleEntry } from '@tramline/screenplay';
import type { Block } from './read/readBlocks.ts';
import type { TitleParagraph } from './read/readTitlePage.ts';
import type { XmlEncoding } from './xml/decodeXml.ts';
import type { XmlNode } from './xml/readXml.ts';

/** A revision set. `id` is what a `revision` mark's value names; colours are `#rrggbb`, '' for none. */
export interface RevisionSet {
  readonly id: string;
  readonly name: string;
  /** What stands in the margin of a changed line, usually `*`. */
  readonly mark: string;
  readonly colour: string;
  readonly pageColour: string;
  readonly isActive: boolean;
}

/** A page whose number and beginning are locked. `position` counts characters of the script as Final Draft does. */
export interface LockedPage {
  readonly pageNumber: string;
  readonly position: number | undefined;
  readonly lockLevel: string;
  readonly levelIndex: string;
  readonly isDeleted: boolean;
}

export interface TagCategory {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly number: string;
}

/** A tagged thing. `id` is what a `tag` mark's value names; `label` is the thing's name. */
export interface TagDefinition {
  readonly id: string;
  readonly categoryId: string;
  readonly label: string;
}

/**
 * A script note on the words from `from` to `to` of an element (the one in which it begins, when it covers several). `date`
 * is as the file writes it; author and date are '' where it does not say.
 */
export interface ScriptNote {
  readonly elementId: string;
  readonly from: number;
  readonly to: number;
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly colour: string;
  readonly author: string;
  readonly date: string;
  readonly text: string;
}

/** Final Draft's lists of words to complete with. */
export interface SmartType {
  readonly characters: readonly string[];
  readonly extensions: readonly string[];
  readonly sceneIntros: readonly string[];
  readonly locations: readonly string[];
  readonly times: readonly string[];
  readonly transitions: readonly string[];
}

/** How an element type looks and behaves. Indents in inches from the left edge of the page, `spaceBefore` in points. */
export interface ElementSetting {
  readonly type: string;
  readonly returnKey: string;
  readonly shortcut: string;
  readonly paginateAs: string;
  readonly alignment: string;
  readonly leftIndent: number | undefined;
  readonly rightIndent: number | undefined;
  readonly firstIndent: number | undefined;
  readonly spaceBefore: number | undefined;
  /** The parts of its style: `Bold`, `AllCaps` and the like. */
  readonly styles: readonly string[];
}

/** The words at page breaks, and whether they are printed. `isAutomatic`: a speaker who goes on gets `dialogueTop`. */
export interface MoresAndContinueds {
  readonly dialogueBottom: string;
  readonly dialogueTop: string;
  readonly isAutomatic: boolean;
  readonly sceneBottom: string;
  readonly sceneTop: string;
  readonly hasSceneBottom: boolean;
  readonly hasSceneTop: boolean;
}

/** Paper in inches, margins in points; undefined where the file does not say. */
export interface PageLayout {
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly topMargin: number | undefined;
  readonly bottomMargin: number | undefined;
  readonly headerMargin: number | undefined;
  readonly footerMargin: number | undefined;
  readonly leading: string;
  readonly breaksAtSentences: boolean;
}

/**
 * What a heading carries beside its words. `length` is in eighths as Final Draft writes it (`2 7/8`); `omittedText` is what
 * stands on the page in place of an omitted scene, '' for others.
 */
export interface SceneProperties {
  readonly elementId: string;
  readonly length: string;
  readonly page: string;
  readonly title: string;
  readonly colour: string;
  readonly summary: string;
  readonly omittedText: string;
}

/** Other wordings of an element; `current` is the index of the one that the script shows, 0 for its own words. */
export interface Alternates {
  readonly elementId: string;
  readonly current: number;
  readonly texts: readonly string[];
}

/** The parts of a file beside its words, read only; all of them are kept by `writeFdx` as they are. */
export interface FdxViews {
  readonly revisionSets: readonly RevisionSet[];
  readonly lockedPages: readonly LockedPage[];
  readonly tags: { readonly categories: readonly TagCategory[]; readonly definitions: readonly TagDefinition[] };
  readonly scriptNotes: readonly ScriptNote[];
  readonly smartType: SmartType;
  readonly elementSettings: readonly ElementSetting[];
  readonly moresAndContinueds: MoresAndContinueds;
  readonly pageLayout: PageLayout;
  readonly sceneProperties: readonly SceneProperties[];
  readonly alternates: readonly Alternates[];
}

/**
 * A read file. `elements`, `title` and `spans` (the source of each element's `Paragraph`, in order of elements) are as in a
 * `FountainDocument`; `source` is the whole text with its byte order mark, `encoding` what its bytes were. `layout` is for
 * `writeFdx` alone.
 */
export interface FdxDocument extends FdxViews {
  readonly elements: readonly Element[];
  readonly title: readonly TitleEntry[];
  readonly source: string;
  readonly spans: readonly Span[];
  readonly encoding: XmlEncoding;
  readonly layout: FdxLayout;
}

/** Where things stand in the source. */
export interface FdxLayout {
  readonly root: XmlNode;
  readonly blocks: readonly Block[];
  readonly titleParagraphs: readonly TitleParagraph[];
  /** The definition of each tag number. */
  readonly tagDefinitions: ReadonlyMap<string, string>;
}
