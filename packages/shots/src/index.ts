export {
  type ApprovalContent,
  type ApprovalInput,
  type ApprovedContent,
  type ApprovedPlace,
  type ApprovedPrompt,
  type ApprovedWords,
  approvalContent,
  COMPONENTS,
  type ComponentHashes,
  type ComponentName,
  GATE_COMPONENTS,
  GATES,
  type Gate,
  HASHED_FIELDS,
  hashApproval,
} from './approval/approvalContent.ts';
export { canonicalJson, canonicalSet, canonicalText, HASH_VERSION, hashComponent } from './approval/canonical.ts';
export { type ContentDifference, diffContent } from './approval/diffContent.ts';
export { type DiffSegment, diffText } from './approval/diffText.ts';
export {
  changedComponents,
  DEFAULT_GATE_RULE,
  type DecisionRow,
  type GateRule,
  type GateState,
  type GateStatus,
  type OutdatedDecision,
  readGateStatus,
} from './approval/gateStatus.ts';
export { readApprovedContent } from './approval/readContent.ts';
export { sha256 } from './approval/sha256.ts';
export {
  type CoverableElement,
  type Coverage,
  type CoveredSpan,
  coverageOf,
  type SceneCoverage,
  type SceneRange,
  type ScriptPlace,
} from './coverage.ts';
export { type CoveredElement, speakerName, type Voice, voiceOf, type WordsRange } from './coveredElement.ts';
export { formatLabel, labelShots, type ShotLabel, setupLetters } from './label.ts';
export { assignLanes, type LineHue, type LineRows, lineHue } from './lane.ts';
export {
  DEFAULT_MODEL,
  type LengthUnit,
  MODEL_IDS,
  MODELS,
  type ModelId,
  type ModelProfile,
  modelOf,
  type PromptSection,
} from './model.ts';
export { compareOrder, isOrderKey, orderBetween } from './orderKey.ts';
export { COMPILER_VERSION, compilePrompt } from './prompt/compilePrompt.ts';
export { dialogueSeconds } from './prompt/duration.ts';
export type { CompiledPrompt, DroppedClause, PromptInput, PromptScene, PromptSource } from './prompt/promptInput.ts';
export {
  PROMPT_WARNINGS,
  type PromptWarning,
  type PromptWarningCode,
  type PromptWarningWeight,
} from './prompt/promptWarning.ts';
export type { PromptField } from './prompt/sections/clause.ts';
export {
  CODE_FIELD_NAMES,
  type CodeFieldName,
  emptyShotFields,
  FRAMES_PER_SECOND,
  NUMBER_FIELD_NAMES,
  type NumberFieldName,
  SHOT_FIELD_NAMES,
  SHOT_FIELDS,
  type ShotFieldKind,
  type ShotFieldName,
  type ShotFields,
  TEXT_FIELD_NAMES,
  type TextFieldName,
} from './shotField.ts';
export { type Bilingual, LANGUAGES, type Language, type Term, type Vocabulary } from './vocabulary/term.ts';
export { labelOfCode, termOf, VOCABULARIES, type VocabularyName, vocabularyOf } from './vocabulary/vocabulary.ts';
