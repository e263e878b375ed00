import type { Registration } from '@tramline/wire';

/** What came of a registration. An address that is taken is not told apart from a refused one. */
export type Registered = 'done' | 'refusedNew' | 'tooMany' | 'away';

/** Makes an account. */
export async function register(registration: Registration): Promise<Registered> {
  try {
    const answer = await fetch('/api/registrations', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(registration),
    });
    if (answer.ok) return 'done';
    if (answer.status === 429) return 'tooMany';
    return answer.status >= 500 ? 'away' : 'refusedNew';
  } catch {
    return 'away';
  }
}
