'use client';
import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';

/** A text to take away, with a button that copies it. Where the clipboard is closed, the text is selected instead. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const t = useTranslations('members');
  const input = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      input.current?.select();
    }
  };
  return (
    <div className="copy-row">
      <Field
        ref={input}
        label={label}
        value={value}
        className="mono"
        onChange={() => {}}
        onFocus={(event) => event.target.select()}
      />
      <Button
        size="large"
        icon={isCopied ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
        onClick={copy}
      >
        {t(isCopied ? 'copied' : 'copy')}
      </Button>
      <span className="sr" role="status">
        {isCopied && t('copied')}
      </span>
    </div>
  );
}
