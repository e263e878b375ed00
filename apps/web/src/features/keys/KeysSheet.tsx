'use client';
import { Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { Field } from '../../ui/Field.tsx';
import { Keys } from '../../ui/Kbd.tsx';
import { KEY_SECTIONS, type Shortcut } from './shortcut.ts';
import { useAllShortcuts } from './useShortcuts.ts';

const finds = (query: string) => (row: Shortcut) =>
  `${row.words} ${row.keys.join(' ')}`.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase());

/** The keys that are in force on this screen, by section, with a search. */
export function KeysSheet({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('keys');
  const ui = useTranslations('ui');
  const [query, setQuery] = useState('');
  const rows = useAllShortcuts().filter(finds(query));
  const sections = KEY_SECTIONS.filter((section) => rows.some((row) => row.section === section));
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content className="dlg modal ky" aria-describedby={undefined}>
          <header className="row">
            <Dialog.Title asChild>
              <h1 className="grow">{t('title')}</h1>
            </Dialog.Title>
            <Field
              label={t('find')}
              hideLabel
              placeholder={t('find')}
              type="search"
              className="ky-find"
              icon={<Search size={14} aria-hidden="true" />}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
            />
            <Dialog.Close className="ib" aria-label={ui('close')}>
              <X size={16} aria-hidden="true" />
            </Dialog.Close>
          </header>
          <div className="kg scroll">
            {sections.map((section) => (
              <section key={section}>
                <h2>{t(`section.${section}`)}</h2>
                <dl>
                  {rows
                    .filter((row) => row.section === section)
                    .map((row) => (
                      <div key={row.id}>
                        <dt>{row.words}</dt>
                        <dd>
                          <Keys keys={row.keys} />
                        </dd>
                      </div>
                    ))}
                </dl>
              </section>
            ))}
            {sections.length === 0 && <p className="sec">{t('none')}</p>}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
