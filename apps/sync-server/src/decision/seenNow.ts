/** What an approver would see of a shot now: the same derivation as on the screen, from the live documents. */
import { coveredElements, openScript, readElements, readGround, readShots, resolveAnchor } from '@tramline/collab';
import { readScenes } from '@tramline/screenplay';
import { type ApprovalContent, approvalContent, compilePrompt, type PromptScene } from '@tramline/shots';
import type { Gate } from '@tramline/wire';
import type * as Y from 'yjs';

/** The content of a gate; `undefined` when the shot is not in the document. */
export function seenNow(
  documents: { readonly script: Y.Doc; readonly shots: Y.Doc },
  shotId: string,
  gate: Gate,
): ApprovalContent | undefined {
  const shot = readShots(documents.shots).find(({ id }) => id === shotId);
  if (!shot) return undefined;
  const ground = readGround(openScript(documents.script).body);
  const { anchor, fields } = shot;
  const words = anchor ? coveredElements(ground, anchor) : [];
  const place = anchor && resolveAnchor(ground, anchor);
  const scene = place?.state === 'placed' ? sceneOf(readElements(ground), place.start.ordinal) : null;
  return approvalContent({ gate, words, fields, prompt: compilePrompt({ fields, words, scene }) });
}

function sceneOf(elements: ReturnType<typeof readElements>, ordinal: number): PromptScene | null {
  const scene = readScenes(elements).find(({ from, to }) => from <= ordinal && ordinal < to);
  return scene ? { id: scene.id, heading: elements[scene.from]!.text } : null;
}
