export { type AnchorPlace, createAnchor, resolveAnchor, wordsBetween } from './anchors/anchor.ts';
export { type Caret, type CaretPlaces, decodeCaret, encodeCaret, readCaret } from './anchors/caret.ts';
export { coveredBetween, coveredElements } from './anchors/coveredElements.ts';
export { comparePlaces, type FoundPlace, findToken, nameToken, type Place } from './anchors/place.ts';
export { type Formats, formatChange, PLAIN, type Run, sameFormats, sameValue } from './bodyFormats.ts';
export {
  BEAT_SHAPE,
  BODY_FORMATS,
  DOCUMENT_SHAPES,
  type EntryShape,
  HEAD_SHAPE,
  HEAD_TYPES,
  type MapShape,
  type RootShape,
  SHOT_SHAPE,
  type TextShape,
  type ValueShape,
} from './documentShape.ts';
export { BodyRows, followBody, type RowsChange, type Stretch } from './followBody.ts';
export { Ground, readGround } from './ground.ts';
export {
  changePageChoices,
  type PageChoices,
  type PageSettings,
  pageSettingsOf,
  readPageChoices,
} from './pageSettings.ts';
export { type DatedUpdate, findLastTouch, type Reach, reachOfAnchor, reachOfFields } from './reach.ts';
export { mapOffset, RESCUE_ORIGIN } from './rescue/bodyMove.ts';
export { type Cut, editBody } from './rescue/cutRecord.ts';
export { Rescue, type RescueOptions } from './rescue/rescue.ts';
export { keepRestoredSingle, SINGLE_ORIGIN } from './rescue/restoredWords.ts';
export { DEFAULT_TYPE, type Head, isUsableId, LEAD_ID, type Row, readRows, storedOf, type Trace } from './row.ts';
export { readSchemaVersion, type SchemaGate, schemaGate, writeSchemaVersion } from './schemaVersion.ts';
export { followGround, openScript, readElements, readTitle, type Script, writeElements, writeTitle } from './script.ts';
export { elementOf, elementRuns, isElementType, readFormat } from './scriptElement.ts';
export { type BeatChange, changeBeat, createBeat, moveBeat, type NewBeat, removeBeat } from './shots/editBeats.ts';
export {
  changeShot,
  createShot,
  moveShot,
  type NewShot,
  reattachShot,
  removeShot,
  type ShotChange,
  type ShotMove,
} from './shots/editShots.ts';
export { type BeatRecord, readBeats, readShots, type ShotRecord } from './shots/readShots.ts';
export { RENEW_ORIGIN, renewAnchors } from './shots/renewAnchors.ts';
export { openShots, SHOTS_EDIT, type ShotsDocument } from './shots/shotsDocument.ts';
export { createShotsUndo, SHOTS_UNDO_PAUSE_MS } from './shots/shotsUndo.ts';
export { replaceShotText, shotText } from './shots/shotText.ts';
export { firstContent, laterContent } from './sync/firstContent.ts';
export { openDocument, type StoredBytes } from './sync/openDocument.ts';
export {
  SyncClient,
  type SyncClientOptions,
  type SyncEnd,
  type SyncState,
  type TicketReply,
} from './sync/syncClient.ts';
export { changeBetween, type TextChange } from './textChange.ts';
export { isAllowedName, isAllowedValue, MAX_ORDER_KEY, type ValueRule } from './valueRule.ts';
