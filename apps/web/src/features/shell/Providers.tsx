'use client';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Theme } from '../../i18n/theme.ts';
import { ToastProvider } from '../../ui/Toast.tsx';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { AppearanceProvider } from './appearance.tsx';
import { failureCode } from './askApi.ts';

const staleMs = 15_000;

/** Lets parts that make style elements of their own (scroll locks) carry the page's nonce. */
function offerNonce(nonce: string | undefined) {
  if (typeof window !== 'undefined' && nonce) Object.assign(globalThis, { __webpack_nonce__: nonce });
}

/** A session that has ended leads to the sign-in page, which leads back here. */
function onError(thrown: unknown) {
  if (failureCode(thrown) !== 'session.none' || location.pathname === '/sign-in') return;
  location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`);
}

function makeQueries(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    // Offline, the service worker may still have an answer; a change says at once that it did not get through.
    defaultOptions: {
      queries: { staleTime: staleMs, retry: 1, refetchOnWindowFocus: true, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}

/** What every screen stands in: the query cache, tooltips, toasts, theme and language. */
export function Providers({ theme, nonce, children }: { theme: Theme; nonce?: string; children: ReactNode }) {
  offerNonce(nonce);
  const [queries] = useState(makeQueries);
  return (
    <QueryClientProvider client={queries}>
      <TooltipProvider>
        <ToastProvider>
          <AppearanceProvider theme={theme}>{children}</AppearanceProvider>
        </ToastProvider>
      </TooltipProvider>
    </QueryClientProvider>
  );
}
