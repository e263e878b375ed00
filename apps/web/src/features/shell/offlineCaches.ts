/** What the pages and the service worker say to each other about copies on this device. */

/** Screens as they came from the server: they hold a person's name and projects. */
export const PAGES_CACHE = 'tramline-pages';
/** What screens asked the server for. */
export const ANSWERS_CACHE = 'tramline-answers';
/** Scripts, styles and fonts, under names that change with their content. */
export const ASSETS_CACHE = 'tramline-assets';

/** Addresses on this origin that the worker should have on this device from now on. */
export interface KeepMessage {
  readonly type: 'keep';
  readonly pages: readonly string[];
  readonly answers: readonly string[];
  readonly assets: readonly string[];
}
