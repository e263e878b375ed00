/** The parts of a Final Draft file beside its words, as data. */
import type { ElementSetting, FdxViews, SmartType, TagCategory, TagDefinition } from '../fdxDocument.ts';
import { readCharData } from '../xml/charData.ts';
import { childOf, childrenOf, type XmlNode } from '../xml/readXml.ts';
import { type Block, slotsOf } from './readBlocks.ts';
import { isYes, readColour, reader, readNumber } from './reader.ts';
import { readAlternates, readSceneProperties } from './readScenes.ts';
import { readScriptNotes } from './readScriptNotes.ts';

/** Everything understood of the file under `root` but its words. */
export function readViews(source: string, root: XmlNode, blocks: readonly Block[]): FdxViews {
  const slots = slotsOf(blocks);
  return {
    ...readProduction(source, root),
    tags: readTags(source, childOf(root, 'TagData')),
    scriptNotes: readScriptNotes(source, root, blocks),
    smartType: readSmartType(source, childOf(root, 'SmartType')),
    elementSettings: childrenOf(root, 'ElementSettings').map((node) => readSetting(source, node)),
    ...readPage(source, root),
    sceneProperties: readSceneProperties(source, slots),
    alternates: readAlternates(source, root, slots),
  };
}

/** The definition of every tag number: `Tag/@Number` names it, `Tag/DefId` says it. */
export function readTagDefinitions(source: string, root: XmlNode): ReadonlyMap<string, string> {
  const tags = childrenOf(childOf(childOf(root, 'TagData'), 'Tags'), 'Tag');
  const pairs = tags.map((tag) => {
    const definition = childOf(tag, 'DefId');
    return [reader(source, tag)('Number'), definition ? readCharData(source, definition).trim() : ''] as const;
  });
  return new Map(pairs.filter(([number, definition]) => number !== '' && definition !== ''));
}

function readTags(source: string, tagData: XmlNode | undefined): FdxViews['tags'] {
  const categories = childrenOf(childOf(tagData, 'TagCategories'), 'TagCategory').map((node): TagCategory => {
    const read = reader(source, node);
    return { id: read('Id'), name: read('Name'), colour: readColour(read('Color')), number: read('Number') };
  });
  const definitions = childrenOf(childOf(tagData, 'TagDefinitions'), 'TagDefinition').map((node): TagDefinition => {
    const read = reader(source, node);
    return { id: read('Id'), categoryId: read('CatId'), label: read('Label') };
  });
  return { categories, definitions };
}

function readProduction(source: string, root: XmlNode): Pick<FdxViews, 'revisionSets' | 'lockedPages'> {
  const revisions = childOf(root, 'Revisions');
  const active = reader(source, revisions)('ActiveSet');
  const revisionSets = childrenOf(revisions, 'Revision').map((node) => {
    const read = reader(source, node);
    const id = read('ID');
    const colours = { colour: readColour(read('Color')), pageColour: readColour(read('PageColor')) };
    return { id, name: read('Name'), mark: read('Mark'), ...colours, isActive: id === active };
  });
  const lockedPages = childrenOf(childOf(root, 'LockedPages'), 'LockedPage').map((node) => {
    const read = reader(source, node);
    const level = { lockLevel: read('LockLevel'), levelIndex: read('LevelIndex') };
    return {
      pageNumber: read('PageNumber'),
      position: readNumber(read('Position')),
      ...level,
      isDeleted: isYes(read('Deleted')),
    };
  });
  return { revisionSets, lockedPages };
}

function readSmartType(source: string, smartType: XmlNode | undefined): SmartType {
  const list = (group: string, item: string) =>
    childrenOf(childOf(smartType, group), item).map((node) => readCharData(source, node));
  return {
    characters: list('Characters', 'Character'),
    extensions: list('Extensions', 'Extension'),
    sceneIntros: list('SceneIntros', 'SceneIntro'),
    locations: list('Locations', 'Location'),
    times: list('TimesOfDay', 'TimeOfDay'),
    transitions: list('Transitions', 'Transition'),
  };
}

function readSetting(source: string, node: XmlNode): ElementSetting {
  const font = reader(source, childOf(node, 'FontSpec'));
  const paragraph = reader(source, childOf(node, 'ParagraphSpec'));
  const behavior = reader(source, childOf(node, 'Behavior'));
  return {
    type: reader(source, node)('Type'),
    returnKey: behavior('ReturnKey'),
    shortcut: behavior('Shortcut'),
    paginateAs: behavior('PaginateAs'),
    alignment: paragraph('Alignment'),
    leftIndent: readNumber(paragraph('LeftIndent')),
    rightIndent: readNumber(paragraph('RightIndent')),
    firstIndent: readNumber(paragraph('FirstIndent')),
    spaceBefore: readNumber(paragraph('SpaceBefore')),
    styles: font('Style').split('+').filter(Boolean),
  };
}

function readPage(source: string, root: XmlNode): Pick<FdxViews, 'moresAndContinueds' | 'pageLayout'> {
  const mores = childOf(root, 'MoresAndContinueds');
  const dialogue = reader(source, childOf(mores, 'DialogueBreaks'));
  const scene = reader(source, childOf(mores, 'SceneBreaks'));
  const pageLayout = childOf(root, 'PageLayout');
  const page = reader(source, pageLayout);
  const size = reader(source, childOf(pageLayout, 'PageSize'));
  return {
    moresAndContinueds: {
      dialogueBottom: dialogue('DialogueBottom'),
      dialogueTop: dialogue('DialogueTop'),
      isAutomatic: isYes(dialogue('AutomaticCharacterContinueds')),
      sceneBottom: scene('SceneBottom'),
      sceneTop: scene('SceneTop'),
      hasSceneBottom: isYes(scene('SceneBottomOfPage')),
      hasSceneTop: isYes(scene('SceneTopOfNext')),
    },
    pageLayout: {
      width: readNumber(size('Width')),
      height: readNumber(size('Height')),
      topMargin: readNumber(page('TopMargin')),
      bottomMargin: readNumber(page('BottomMargin')),
      headerMargin: readNumber(page('HeaderMargin')),
      footerMargin: readNumber(page('FooterMargin')),
      leading: page('DocumentLeading'),
      breaksAtSentences: isYes(page('BreakDialogueAndActionAtSentences')),
    },
  };
}
