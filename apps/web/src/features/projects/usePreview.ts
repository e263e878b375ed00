'use client';
/** What a chosen file would come in as, asked of the server; nothing is made by asking. */
import type { PreviewView } from '@tramline/wire';
import { useEffect, useState } from 'react';
import { type FailureCode, failureCode, readFailure } from '../shell/askApi.ts';

export type Preview =
  | { readonly state: 'none' | 'reading' }
  | { readonly state: 'read'; readonly preview: PreviewView }
  | { readonly state: 'refused'; readonly code: FailureCode };

/** Files that only the server can read, and those that are recognised line by line. */
const isPreviewed = (name: string): boolean => /\.(?:fdx|docx|docm|txt)$/i.test(name);

/** Reads anew when another file or language is chosen; an answer that comes too late counts no more. */
export function usePreview(file: File, language: 'en' | 'zh'): Preview {
  const [preview, setPreview] = useState<Preview>({ state: 'none' });
  useEffect(() => {
    if (!isPreviewed(file.name)) return setPreview({ state: 'none' });
    const abort = new AbortController();
    setPreview({ state: 'reading' });
    const form = new FormData();
    form.set('language', language);
    form.set('file', file, file.name);
    fetch('/api/previews', { method: 'POST', body: form, signal: abort.signal })
      .then(async (answer) => {
        const text = await answer.text();
        if (!answer.ok) throw readFailure(text);
        setPreview({ state: 'read', preview: JSON.parse(text) as PreviewView });
      })
      .catch((thrown) => {
        if (!abort.signal.aborted)
          setPreview({ state: 'refused', code: thrown instanceof TypeError ? 'network.away' : failureCode(thrown) });
      });
    return () => abort.abort();
  }, [file, language]);
  return preview;
}
