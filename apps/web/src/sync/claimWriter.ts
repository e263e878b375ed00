/**
 * Which page of this browser acts for a Yjs client id. A page holds a lock on its own id and on those of closed pages whose
 * words it takes over, so that two open pages never bring the same words home.
 */

/** Takes a client id until `released` resolves. False when another page has it, or where the browser cannot tell. Never rejects. */
export type ClaimWriter = (clientId: number, released: Promise<void>) => Promise<boolean>;

export const claimWriter: ClaimWriter = (clientId, released) =>
  new Promise((resolve) => {
    // Absent outside of a secure context, whatever the types say.
    const locks = navigator.locks as LockManager | undefined;
    if (!locks) return resolve(false);
    const hold = (lock: Lock | null): Promise<void> | undefined => {
      resolve(lock !== null);
      return lock ? released : undefined;
    };
    locks.request(`tramline/writer/${clientId}`, { ifAvailable: true }, hold).catch(() => resolve(false));
  });
