/** The changes of position that move one script a place up or down; positions end up as places in the list, and what stands right is not touched. */
export function movePositions(
  scripts: readonly { readonly id: string; readonly position: number }[],
  at: number,
  by: 1 | -1,
): readonly { readonly id: string; readonly position: number }[] {
  const order = [...scripts];
  const [moved] = order.splice(at, 1);
  if (!moved) throw new RangeError(`no script at ${at}`);
  order.splice(Math.max(0, at + by), 0, moved);
  return order
    .map(({ id, position }, place) => ({ id, position: place, was: position }))
    .filter(({ position, was }) => position !== was)
    .map(({ id, position }) => ({ id, position }));
}
