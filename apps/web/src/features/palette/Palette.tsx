'use client';
import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { Kbd, Keys } from '../../ui/Kbd.tsx';
import { findItems, markFound, type PaletteItem } from './paletteItem.ts';
import { offeredItems } from './paletteProviders.ts';

function Marked({ text, query }: { text: string; query: string }) {
  return markFound(text, query).map((part, at) =>
    // Parts of one text have no identity of their own.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    part.found ? <mark key={at}>{part.text}</mark> : part.text,
  );
}

function Row({ item, query, onPick }: { item: PaletteItem; query: string; onPick: (item: PaletteItem) => void }) {
  return (
    <Command.Item value={item.id} onSelect={() => onPick(item)}>
      <span className="cp-icon" aria-hidden="true">
        {item.icon}
      </span>
      <span className="clip">
        <Marked text={item.title} query={query} />
      </span>
      <span className="mut clip grow">{item.detail && <Marked text={item.detail} query={query} />}</span>
      {item.keys && <Keys keys={item.keys} />}
    </Command.Item>
  );
}

export interface PaletteProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Where it looks: the project's name. */
  readonly place?: string;
}

/** Finds scenes, shots and people, goes anywhere, does anything; by what features offer. */
export function Palette({ open, onOpenChange, place }: PaletteProps) {
  const t = useTranslations('palette');
  const [query, setQuery] = useState('');
  const groups = open ? findItems(offeredItems(query), query) : [];
  const close = (next: boolean) => {
    if (!next) setQuery('');
    onOpenChange(next);
  };
  const pick = (item: PaletteItem) => {
    close(false);
    item.run();
  };
  return (
    <Dialog.Root open={open} onOpenChange={close}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content className="dlg cp" aria-describedby={undefined}>
          <Dialog.Title className="sr">{t('title')}</Dialog.Title>
          <Command label={t('title')} shouldFilter={false} loop>
            <div className="cpi">
              <Search className="i" size={18} aria-hidden="true" />
              <Command.Input value={query} onValueChange={setQuery} placeholder={t('placeholder')} />
              {place && <span className="chip clip">{place}</span>}
            </div>
            <Command.List className="cpl scroll">
              <Command.Empty className="cp-none sec">{t('none')}</Command.Empty>
              {groups.map((group) => (
                <Command.Group key={group.group} heading={t(`group.${group.group}`)}>
                  {group.items.map((item) => (
                    <Row key={item.id} item={item} query={query} onPick={pick} />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
          <footer className="row" aria-hidden="true">
            <span>
              <Keys keys={['Up', 'Down']} /> {t('move')}
            </span>
            <span>
              <Keys keys={['Enter']} /> {t('open')}
            </span>
            <span className="grow" />
            <span className="mut">{t.rich('commands', { key: () => <Kbd>&gt;</Kbd> })}</span>
          </footer>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
