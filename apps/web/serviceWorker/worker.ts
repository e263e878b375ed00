/**
 * Lets screens that were opened once open again without a network, so that words typed offline can be gone on with after the
 * browser was closed. It keeps pages, what they ask for, and their assets; the script itself is in IndexedDB (`src/sync`).
 * The network always comes first: what is kept here is shown only when no answer comes.
 */
import { CacheFirst, ExpirationPlugin, NetworkFirst, Serwist, type SerwistPlugin } from 'serwist';
import { ANSWERS_CACHE, ASSETS_CACHE, type KeepMessage, PAGES_CACHE } from '../src/features/shell/offlineCaches.ts';
import { awayPage } from './awayPage.ts';

declare const self: ServiceWorkerGlobalScope;

/** After so long without an answer, a page that is on this device is shown. */
const PAGE_PATIENCE_S = 10;
const MAX_PAGES = 60;
const MAX_ANSWERS = 200;
const MAX_ASSETS = 400;

/** Keeps what was shown whole; forgets what the server now refuses, so that a right that ended ends here too. */
const keepWhatIsTrue = (cacheName: string): SerwistPlugin => ({
  async cacheWillUpdate({ request, response }) {
    if (response.status === 200 && !response.redirected) return response;
    if (response.status < 500) await (await caches.open(cacheName)).delete(request);
    return null;
  },
});

/** A gateway whose server is away answers, but its answer is none. */
const awayIsNoAnswer: SerwistPlugin = {
  async fetchDidSucceed({ response }) {
    if (response.status >= 502 && response.status <= 504) throw new Error(`the server is away: ${response.status}`);
    return response;
  },
};

const pages = new NetworkFirst({
  cacheName: PAGES_CACHE,
  networkTimeoutSeconds: PAGE_PATIENCE_S,
  // Next varies pages by headers of its own requests, which never get here.
  matchOptions: { ignoreVary: true },
  plugins: [
    awayIsNoAnswer,
    keepWhatIsTrue(PAGES_CACHE),
    new ExpirationPlugin({ maxEntries: MAX_PAGES }),
    { handlerDidError: async () => awayPage() },
  ],
});
const answers = new NetworkFirst({
  cacheName: ANSWERS_CACHE,
  plugins: [awayIsNoAnswer, keepWhatIsTrue(ANSWERS_CACHE), new ExpirationPlugin({ maxEntries: MAX_ANSWERS })],
});
const assets = new CacheFirst({
  cacheName: ASSETS_CACHE,
  plugins: [new ExpirationPlugin({ maxEntries: MAX_ASSETS })],
});

/** Screens that need the server anyway, or must never be shown from a copy. */
const isOwnScreen = ({ pathname }: URL): boolean => /^\/(projects|settings)?(\/|$)/.test(pathname);
/** What the screens of a script ask for before they can be drawn. */
const isScreenAnswer = ({ pathname }: URL): boolean =>
  /^\/api\/(projects(\/[^/]+)?|scripts\/[^/]+\/(comments|approvals))$/.test(pathname);

const serwist = new Serwist({
  skipWaiting: true,
  clientsClaim: true,
  navigationPreload: false,
  runtimeCaching: [
    {
      matcher: ({ request, url, sameOrigin }) => sameOrigin && request.mode === 'navigate' && isOwnScreen(url),
      handler: pages,
    },
    { matcher: ({ url, sameOrigin }) => sameOrigin && isScreenAnswer(url), handler: answers },
    { matcher: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/_next/static/'), handler: assets },
  ],
});
serwist.addEventListeners();

/** The page that brought this worker was loaded before it: it names what it was made of, and which screens belong to it. */
self.addEventListener('message', (event) => {
  const message = event.data as KeepMessage | undefined;
  if (message?.type !== 'keep') return;
  event.waitUntil(
    Promise.allSettled([
      ...message.pages.map((url) => keep(event, pages, PAGES_CACHE, url)),
      ...message.answers.map((url) => keep(event, answers, ANSWERS_CACHE, url)),
      ...message.assets.map((url) => keep(event, assets, ASSETS_CACHE, url)),
    ]),
  );
});

async function keep(
  event: ExtendableEvent,
  strategy: NetworkFirst | CacheFirst,
  cacheName: string,
  url: string,
): Promise<void> {
  if (new URL(url, self.location.origin).origin !== self.location.origin) return;
  if (await caches.match(url, { cacheName })) return;
  const [, done] = strategy.handleAll({ event, request: new Request(url) });
  await done;
}
