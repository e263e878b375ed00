'use client';
import type { CompiledPrompt } from '@tramline/shots';
import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import { useToast } from '../../ui/Toast.tsx';

const CONFIRMED_MS = 2_000;

/** Copies the text of the prompt and says so. */
export function CopyPrompt({ prompt }: { readonly prompt: CompiledPrompt }) {
  const t = useTranslations('prompt');
  const toast = useToast();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), CONFIRMED_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(prompt.text);
      setCopied(true);
    } catch {
      toast({ kind: 'wrong', title: t('notCopied') });
    }
  };
  return (
    <>
      <IconButton small label={t('copy')} disabled={prompt.text === ''} onClick={() => void copy()}>
        {isCopied ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
      </IconButton>
      <span className="sr" role="status">
        {isCopied ? t('copied') : ''}
      </span>
    </>
  );
}
