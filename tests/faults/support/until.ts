/** Waits for states, never for time. */

/** Resolves when the check holds; fails with `what` when it does not within `ms`. */
export async function until(what: string, check: () => boolean | Promise<boolean>, ms = 60_000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`timed out after ${ms} ms: ${what}`);
    await pause(10);
  }
}

/** Lets the given milliseconds pass: the pace of a person who types, never the proof of anything. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
