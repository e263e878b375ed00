'use client';
import { acceptFromList, type CompletionList } from '@tramline/editor';
import { useTranslations } from 'next-intl';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useWorkspace } from '../workspace/useWorkspace.ts';
import { usePage } from './usePage.ts';

const LIST_ID = 'completions';
const itemId = (at: number): string => `${LIST_ID}-${at}`;

/** The list at the caret: names, parts of headings, or element types. Keys stay with the words; the list only shows. */
export function CompletionPopup({ paper }: { readonly paper: RefObject<HTMLElement | null> }) {
  const list = usePage((state) => state.list);
  return list && list.items.length > 0 ? <OpenList list={list} paper={paper} /> : null;
}

function OpenList({ list, paper }: { readonly list: CompletionList; readonly paper: RefObject<HTMLElement | null> }) {
  const t = useTranslations('script');
  const { page } = useWorkspace();
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  const { from, selected } = list;

  useLayoutEffect(() => {
    const view = page.controller?.view;
    const sheet = paper.current?.getBoundingClientRect();
    if (!view || !sheet || from > view.state.doc.content.size) return;
    const { left, bottom } = view.coordsAtPos(from);
    setPlace({ left: left - sheet.left, top: bottom - sheet.top + 4 });
  }, [page, paper, from]);

  useLayoutEffect(() => {
    const dom = page.controller?.view.dom;
    dom?.setAttribute('aria-controls', LIST_ID);
    return () => {
      dom?.removeAttribute('aria-controls');
      dom?.removeAttribute('aria-activedescendant');
    };
  }, [page]);
  useLayoutEffect(() => {
    const dom = page.controller?.view.dom;
    if (selected >= 0) dom?.setAttribute('aria-activedescendant', itemId(selected));
    else dom?.removeAttribute('aria-activedescendant');
    box.current?.children[selected]?.scrollIntoView({ block: 'nearest' });
  }, [page, selected]);

  const words =
    list.kind === 'words' ? list.items.map(({ text }) => text) : list.items.map((type) => t('elementType', { type }));
  return (
    <div
      ref={box}
      id={LIST_ID}
      className="menu completions"
      role="listbox"
      aria-label={t(list.kind === 'words' ? 'completions' : 'elementMenu')}
      style={{ left: place?.left, top: place?.top, visibility: place ? undefined : 'hidden' }}
    >
      {words.map((text, at) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the words, aria-activedescendant points here
        // biome-ignore lint/a11y/useKeyWithClickEvents: the editor's own keys choose and take
        <div
          key={text}
          id={itemId(at)}
          className="menu-item"
          role="option"
          aria-selected={at === selected}
          data-highlighted={at === selected ? '' : undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => page.run(acceptFromList(at))}
        >
          <span className="grow">{text}</span>
          {list.kind === 'types' && <kbd>{at + 1}</kbd>}
        </div>
      ))}
    </div>
  );
}
