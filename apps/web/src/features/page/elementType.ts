/** Turns the elements of the selection into another type; their words, ids and anchors stay. */
import type { Schema } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';
import type { ElementType } from '@tramline/screenplay';

export function setElementType(type: ElementType, schema: Schema): Command {
  return (state, dispatch) => {
    const { from, to } = state.selection;
    const tr = state.tr;
    const target = schema.nodes[type]!;
    state.doc.nodesBetween(from, to, (node, pos) => {
      if (node.isTextblock && node.type !== target) {
        const { rawType: _raw, ...attrs } = node.attrs;
        tr.setNodeMarkup(pos, target, attrs);
      }
      return false;
    });
    if (!tr.docChanged) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}
