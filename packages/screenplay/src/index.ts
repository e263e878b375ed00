export { headingIntros } from './completeHeading.ts';
export type {
  Completion,
  CompletionKind,
  Completions,
  ScriptPlace,
} from './completion.ts';
export { completions, cueExtensions, transitions } from './completions.ts';
export {
  type DecodeCode,
  type DecodedFile,
  decodeScriptFile,
  maxFileBytes,
  type ScriptEncoding,
} from './decodeScriptFile.ts';
export {
  type Attrs,
  cellWidth,
  type Element,
  type ElementType,
  isHidden,
  isSameElement,
  isSpoken,
  type Mark,
  type MarkType,
  markTypes,
  noAttrs,
  printedText,
  speakerOf,
} from './element.ts';
export { type FountainDocument, idsFrom, type NewId, readFountain, type Span } from './fountain/readFountain.ts';
export type { TitleEntry, TitleSpan } from './fountain/titlePage.ts';
export { writeFountain } from './fountain/writeFountain.ts';
export { type Heading, type IntExt, parseHeading, sceneTitle, timesOfDay } from './heading.ts';
export { isContinued } from './layout/continued.ts';
export { cellsOf, type DrawnRow, drawPage, englishWords, type PageWords } from './layout/drawPage.ts';
export { type MeasuredDual, readDuals } from './layout/dual.ts';
export { breakLines, linesOf, measure } from './layout/measure.ts';
export { pageLabel, pageLabels } from './layout/pageLabels.ts';
export type { PageLock } from './layout/pageLock.ts';
export { type Page, type PageTable, paginate } from './layout/paginate.ts';
export { isCapitals, printedMarks, toCapitals, typedOffset } from './layout/printed.ts';
export {
  afterwritingDouble,
  afterwritingLetter,
  chineseDomestic,
  finalDraftA4,
  finalDraftLetter,
  hollywoodChinese,
  type Paper,
  type Profile,
  profileOf,
  profiles,
  singleSpacedLetter,
  trelbyLetter,
} from './layout/profile.ts';
export { type ElementChange, repaginate } from './layout/repaginate.ts';
export { type MintedLabel, type MintRequest, mintLabels, retiredLabels } from './numbering/mintLabels.ts';
export { type LetterStyle, type LockableScene, numberLocked } from './numbering/numberLocked.ts';
export { compareSceneLabels, parseSceneLabel, type SceneLabel, sceneLabelKey } from './numbering/sceneLabel.ts';
export { rankNames } from './rankNames.ts';
export { type Correction, leaveOut, restoreDropped, retype } from './recognise/correctRecognition.ts';
export { isFountainText } from './recognise/isFountainText.ts';
export { readLines } from './recognise/readLines.ts';
export { recogniseElements } from './recognise/recogniseElements.ts';
export type {
  Confidence,
  Dropped,
  DropReason,
  LineRange,
  Recognised,
  RecognisedTitle,
  RecogniseOptions,
  RecogniseReason,
  Recognition,
  ScriptLine,
} from './recognise/recognition.ts';
export { typeOfStyle } from './recognise/styleNames.ts';
export { labelOfTitleKey } from './recognise/titleLines.ts';
export { type CharacterReport, type CharacterRow, characterReport } from './reports/characterReport.ts';
export {
  type ConversationReport,
  type ConversationRow,
  conversationMatrix,
  conversationReport,
} from './reports/conversationReport.ts';
export { type PlaceReport, type PlaceRow, placeReport } from './reports/placeReport.ts';
export { type SceneReport, type SceneRow, sceneReport } from './reports/sceneReport.ts';
export { readScriptFacts, type SceneFacts, type ScriptFacts, type Speech } from './reports/scriptFacts.ts';
export { type Cell, type Column, type ColumnKind, type ReportTable, reportTable } from './reports/table/reportTable.ts';
export {
  characterTable,
  conversationTable,
  placeTable,
  sceneTable,
  tagTable,
  timelineTable,
  timeOfDayTable,
} from './reports/table/reportTables.ts';
export { type CsvOptions, writeCsv } from './reports/table/writeCsv.ts';
export {
  type SceneTags,
  type TagDefinition,
  type TagReport,
  type TagRow,
  tagReport,
} from './reports/tagReport.ts';
export {
  type StoryLine,
  type TimelineReport,
  type TimelineScene,
  timelineReport,
} from './reports/timelineReport.ts';
export { partsOfDay, type TimeOfDay } from './reports/timeOfDay.ts';
export {
  type SideRow,
  type TimeKey,
  type TimeOfDayReport,
  type TimeRow,
  timeOfDayReport,
} from './reports/timeOfDayReport.ts';
export { countCharacters, minutesByCharacters, minutesByPages } from './runningTime.ts';
export { formatEighths, numberScenes, readScenes, type Scene, sceneEighths, sceneLines } from './scenes.ts';
export {
  type CaretPlace,
  digitTypes,
  nextOnEnter,
  nextOnTab,
  placeOfCaret,
  type TypingPreferences,
  type TypingRule,
  type TypingStep,
  typeForDigit,
  typingRules,
} from './typing.ts';
