import type { ScriptRequest } from '@tramline/wire';

/** The formats of a script, in the order they are offered. */
export const FORMATS: readonly ScriptRequest['format'][] = ['feature', 'short', 'episode'];

/** The languages of a script. */
export const LANGUAGES: readonly ScriptRequest['language'][] = ['en', 'zh'];
