/** Which clicks on a link leave the open script within this page, where the browser itself does not ask. */

/** A link as `HTMLAnchorElement` has it. */
export interface Link {
  readonly pathname: string;
  readonly target: string;
  hasAttribute(name: string): boolean;
}

export type Click = Pick<MouseEvent, 'button' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Whether the click leaves the script whose screens stand under `scriptPath`; they share their rooms. */
export function leavesScript(link: Link, click: Click, scriptPath: string): boolean {
  if (click.button !== 0 || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey) return false;
  if ((link.target !== '' && link.target !== '_self') || link.hasAttribute('download')) return false;
  return isOutside(link.pathname, scriptPath);
}

/** Whether an address is none of the script's screens. */
export function isOutside(path: string, scriptPath: string): boolean {
  return path !== scriptPath && !path.startsWith(`${scriptPath}/`);
}
