import type { ShotView } from '../workspace/model/workspaceModel.ts';

/** A label is hollow while nothing about its shot was decided at the prompt gate, as its line on the page is dotted. */
export function labelLook({ gates }: Pick<ShotView, 'gates'>): 'filled' | 'hollow' {
  return gates.prompt.state === 'none' ? 'hollow' : 'filled';
}
