'use client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Theme } from '../../i18n/theme.ts';
import { ToastProvider } from '../../ui/Toast.tsx';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { AppearanceProvider } from './appearance.tsx';

const staleMs = 15_000;

/** Lets parts that make style elements of their own (scroll locks) carry the page's nonce. */
function offerNonce(nonce: string | undefined) {
  if (typeof window !== 'undefined' && nonce) Object.assign(globalThis, { __webpack_nonce__: nonce });
}

/** What every screen stands in: the query cache, tooltips, toasts, theme and language. */
export function Providers({ theme, nonce, children }: { theme: Theme; nonce?: string; children: ReactNode }) {
  offerNonce(nonce);
  const [queries] = useState(
    () =>
      new QueryClient({ defaultOptions: { queries: { staleTime: staleMs, retry: 1, refetchOnWindowFocus: true } } }),
  );
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
