/**
 * Vocabularies of how the camera moves. A dolly, a zoom, a pan and a truck are different moves and stay different words.
 * Source: reference on video models 3.2, the camera move table.
 */
import { term, type Vocabulary } from './term.ts';

/** The primitive of a camera movement, with its direction. */
export const MOVEMENT_TERMS: Vocabulary = {
  STATIC: term('Static', '固定', 'locked-off static camera', '固定镜头'),
  PUSH_IN: term('Push in', '推', 'push-in', '推近'),
  PULL_OUT: term('Pull out', '拉', 'pull-out', '拉远'),
  PAN_LEFT: term('Pan left', '左摇', 'pan left', '向左摇镜'),
  PAN_RIGHT: term('Pan right', '右摇', 'pan right', '向右摇镜'),
  TILT_UP: term('Tilt up', '上摇', 'tilt up', '向上摇镜'),
  TILT_DOWN: term('Tilt down', '下摇', 'tilt down', '向下摇镜'),
  TRUCK_LEFT: term('Truck left', '左移', 'lateral truck left', '向左横移'),
  TRUCK_RIGHT: term('Truck right', '右移', 'lateral truck right', '向右横移'),
  PEDESTAL_UP: term('Pedestal up', '升', 'pedestal up', '机位升起'),
  PEDESTAL_DOWN: term('Pedestal down', '降', 'pedestal down', '机位降下'),
  CRANE_UP: term('Crane up', '摇臂升', 'crane up', '摇臂升起'),
  CRANE_DOWN: term('Crane down', '摇臂降', 'crane down', '摇臂降下'),
  TRACK: term('Track', '跟', 'tracking shot following the subject', '跟拍'),
  ARC_CW: term('Arc clockwise', '顺时针环绕', 'clockwise arc around the subject', '顺时针环绕主体'),
  ARC_CCW: term('Arc anticlockwise', '逆时针环绕', 'counter-clockwise arc around the subject', '逆时针环绕主体'),
  ROLL_CW: term('Roll clockwise', '顺时针滚转', 'clockwise camera roll', '镜头顺时针滚转'),
  ROLL_CCW: term('Roll anticlockwise', '逆时针滚转', 'counter-clockwise camera roll', '镜头逆时针滚转'),
  ZOOM_IN: term('Zoom in', '变焦推', 'optical zoom in', '变焦推近'),
  ZOOM_OUT: term('Zoom out', '变焦拉', 'optical zoom out', '变焦拉远'),
  DOLLY_ZOOM: term('Dolly zoom', '希区柯克变焦', 'dolly zoom', '希区柯克变焦'),
  HANDHELD: term('Handheld', '手持', 'handheld camera with a slight shake', '手持镜头微晃'),
  WHIP_PAN: term('Whip pan', '甩', 'whip pan', '甩镜'),
  RACK_FOCUS: term('Rack focus', '移焦', 'rack focus', '焦点转移'),
  AERIAL: term('Aerial', '航拍前飞', 'drone flying forward', '航拍前飞'),
};

/** How fast the movement is. A normal speed is not said. */
export const SPEED_TERMS: Vocabulary = {
  VERY_SLOW: term('Very slow', '极慢', 'very slow', '极缓慢'),
  SLOW: term('Slow', '缓慢', 'slow', '缓慢'),
  NORMAL: term('Normal', '正常', '', ''),
  FAST: term('Fast', '快速', 'fast', '快速'),
  WHIP: term('Whip', '极快', 'extremely fast', '极快'),
};
