/** Test data: one shot of the night bus in English and in Chinese, complete in every field. */
import type { CoveredElement } from '../coveredElement.ts';
import { emptyShotFields } from '../shotField.ts';
import type { PromptInput } from './promptInput.ts';

const words: readonly CoveredElement[] = [
  { id: 'a1', type: 'action', text: 'takes a tuning lever out of his case. Ida stares.', from: 4 },
  { id: 'c1', type: 'character', text: 'JUN', from: 0 },
  { id: 'p1', type: 'parenthetical', cue: 'JUN', text: '(weighing it)', from: 0 },
  { id: 'd1', type: 'dialogue', cue: 'JUN', text: "It holds a string at ninety kilos. It'll hold a belt.", from: 0 },
];

export const lever: PromptInput & { readonly language: 'en' } = {
  language: 'en',
  words,
  scene: { id: 'h1', heading: 'INT. NIGHT BUS - LOWER DECK - NIGHT' },
  fields: {
    ...emptyShotFields(),
    title: 'The tuning lever',
    notes: 'Second unit has the case.',
    size: 'MS',
    framing: 'SINGLE',
    angle: 'LOW',
    movement: 'PUSH_IN',
    movementSpeed: 'SLOW',
    movementEnd: 'on the lever',
    focalMm: 35,
    depthOfField: 'SHALLOW',
    subjects: 'Jun (26, piano tuner, coat buttoned)',
    action: 'takes a tuning lever out of his case and holds it up in the torchlight',
    location: 'Lower deck of a night bus, rain on glass',
    light: 'Hard torch from frame left, low key',
    look: 'muted film stock, fine grain',
    sound: 'rain on a steel roof',
    keep: 'the coat stays buttoned\nthe case stays open',
    avoid: 'subtitles\nwatermark\nextra fingers',
    durationFrames: 96,
  },
};

export const leverZh: PromptInput & { readonly language: 'zh' } = {
  language: 'zh',
  words: [
    { id: 'a1', type: 'action', text: '小骏从箱子里取出一把调音扳手。孟姨愣住。', from: 0 },
    { id: 'c1', type: 'character', text: '小骏', from: 0 },
    { id: 'd1', type: 'dialogue', cue: '小骏', text: '（掂了掂）它能吊住九十公斤的琴弦，也能吊住一根皮带。', from: 0 },
  ],
  scene: { id: 'h1', heading: '夜班公交车 下层 夜 内' },
  fields: {
    ...emptyShotFields(),
    title: '调音扳手',
    notes: '箱子在二组。',
    size: 'MS',
    framing: 'SINGLE',
    angle: 'LOW',
    movement: 'PUSH_IN',
    movementSpeed: 'SLOW',
    movementEnd: '扳手上',
    focalMm: 35,
    depthOfField: 'SHALLOW',
    subjects: '小骏（26岁，钢琴调音师，外套扣子未解）',
    action: '从箱子里取出一把调音扳手，举到手电光里',
    location: '夜班公交下层，雨打车窗',
    light: '画面左侧手电硬光，低调',
    look: '低饱和胶片质感，细颗粒',
    sound: '雨打铁皮车顶',
    keep: '外套扣子始终未解\n箱子始终敞开',
    avoid: '字幕\n水印\n多余手指',
    durationFrames: 96,
  },
};
