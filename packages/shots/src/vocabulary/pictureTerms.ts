/**
 * Vocabularies of what the picture shows: size, framing, angle, depth of field.
 * Source: reference on production 1c and on video models 3.2, gathered from the trade's shot lists; the codes are the trade's abbreviations.
 */
import { term, type Vocabulary } from './term.ts';

/** How much of the subject the picture takes in, from the widest to the closest. */
export const SIZE_TERMS: Vocabulary = {
  EWS: term('Extreme wide', '大远景', 'extreme wide shot', '大远景'),
  WS: term('Wide', '远景', 'wide shot', '远景'),
  FS: term('Full', '全景', 'full shot', '全景'),
  MWS: term('Medium wide', '中全景', 'medium wide shot', '中全景'),
  MS: term('Medium', '中景', 'medium shot', '中景'),
  MCU: term('Medium close', '中近景', 'medium close-up', '中近景'),
  CU: term('Close', '特写', 'close-up', '特写'),
  ECU: term('Extreme close', '大特写', 'extreme close-up', '大特写'),
};

/** Whom or what the picture is built on. */
export const FRAMING_TERMS: Vocabulary = {
  SINGLE: term('Single', '单人', 'one person in frame', '单人镜头'),
  TWO: term('Two-shot', '双人', 'two-shot', '双人镜头'),
  THREE: term('Three-shot', '三人', 'three-shot', '三人镜头'),
  GROUP: term('Group', '群像', 'group shot', '群像镜头'),
  OTS: term('OTS', '过肩', 'over-the-shoulder', '过肩镜头'),
  POV: term('POV', '主观', 'point-of-view shot', '主观镜头'),
  MASTER: term('Master', '主镜头', 'the whole scene in one frame', '全场主镜头'),
  ESTABLISHING: term('Establishing', '定场', 'establishing shot', '定场镜头'),
  INSERT: term('Insert', '插入', 'insert of a detail', '插入细节镜头'),
  CUTAWAY: term('Cutaway', '切出', 'cutaway', '切出镜头'),
  REACTION: term('Reaction', '反应', 'reaction shot', '反应镜头'),
};

/** Where the camera looks from. */
export const ANGLE_TERMS: Vocabulary = {
  EYE: term('Eye level', '平视', 'eye level', '平视'),
  LOW: term('Low', '仰拍', 'low angle', '仰拍'),
  HIGH: term('High', '俯拍', 'high angle', '俯拍'),
  OVERHEAD: term('Overhead', '顶拍', 'straight overhead angle', '顶拍'),
  AERIAL: term('Aerial', '航拍', 'aerial angle', '航拍'),
  GROUND: term('Ground', '地面', 'camera at ground level', '地面机位'),
  SHOULDER: term('Shoulder', '肩位', 'camera at shoulder height', '肩部高度机位'),
  HIP: term('Hip', '腰位', 'camera at hip height', '腰部高度机位'),
  KNEE: term('Knee', '膝位', 'camera at knee height', '膝部高度机位'),
  DUTCH: term('Dutch', '倾斜', 'tilted Dutch angle', '倾斜构图'),
  PROFILE: term('Profile', '侧面', 'in profile', '侧面'),
  BACK: term('From behind', '背面', 'seen from behind', '背面'),
};

/** How much of the depth is sharp. */
export const DEPTH_OF_FIELD_TERMS: Vocabulary = {
  DEEP: term('Deep', '大景深', 'deep focus', '大景深'),
  MEDIUM: term('Medium', '中等景深', 'medium depth of field', '中等景深'),
  SHALLOW: term('Shallow', '浅景深', 'shallow focus', '浅景深'),
};
