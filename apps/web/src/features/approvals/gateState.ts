/** How a state at a gate is drawn, and what caused it. */
import type { ComponentName, GateStatus } from '@tramline/shots';
import type { GlyphState } from '../../ui/StateGlyph.tsx';

const GLYPHS: Readonly<Record<GateStatus['state'], GlyphState>> = {
  none: 'none',
  partial: 'waiting',
  approved: 'approved',
  changes: 'changes',
  stale: 'stale',
};

/** The glyph of a state: half an approval waits. */
export function glyphOf(state: GateStatus['state']): GlyphState {
  return GLYPHS[state];
}

/** The components that a person changed. The prompt follows from words and fields, so it is a cause only by itself. */
export function causesOf(changed: readonly ComponentName[]): readonly ComponentName[] {
  const roots = changed.filter((name) => name !== 'prompt');
  return roots.length > 0 ? roots : changed;
}
