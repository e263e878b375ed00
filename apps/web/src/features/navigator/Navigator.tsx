'use client';
import { ListFilter, Plus } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { ProgressBar } from '../../ui/CoverageBar.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { PageFacts } from '../page/pageFacts.ts';
import { usePage } from '../page/usePage.ts';
import type { SceneView } from '../workspace/model/workspaceModel.ts';
import { useModel, useWorkspace, useWorkspaceFocus } from '../workspace/useWorkspace.ts';
import { peopleIn } from './peopleHere.ts';
import { SceneRow } from './SceneRow.tsx';
import { usePeopleByScene } from './usePeople.ts';

/** The scenes of the script, in order; a filter over them, and how much is covered below. */
export function Navigator({ onOpened }: { readonly onOpened: () => void }) {
  const t = useTranslations('navigator');
  const { commands, can } = useWorkspace();
  const scenes = useModel((model) => model.scenes);
  const caretSceneId = useWorkspaceFocus((state) => state.caretSceneId);
  const people = usePeopleByScene();
  const pages = usePage((state) => state.pages);
  const [query, setQuery] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const shown = query ? scenes.filter((scene) => isFound(scene, query)) : scenes;

  useEffect(() => {
    const row = caretSceneId && list.current?.querySelector(`[data-scene="${CSS.escape(caretSceneId)}"]`);
    if (row) row.scrollIntoView({ block: 'nearest' });
  }, [caretSceneId]);

  const open = (id: string): void => {
    commands.revealScene(id);
    onOpened();
  };
  return (
    <>
      <div className="ph">
        <h2>{t('scenes')}</h2>
        <span className="mut num">{scenes.length}</span>
        <span className="grow" />
        <IconButton label={t('filter')} small on={query !== null} onClick={() => setQuery(query === null ? '' : null)}>
          <ListFilter className="i" size={14} aria-hidden="true" />
        </IconButton>
        {can('script.edit') && (
          <IconButton label={t('newScene')} small onClick={() => commands.newScene()}>
            <Plus className="i" size={14} aria-hidden="true" />
          </IconButton>
        )}
      </div>
      {query !== null && (
        <input
          // biome-ignore lint/a11y/noAutofocus: the field appears because the person asked for it
          autoFocus
          className="fld nav-filter"
          type="search"
          aria-label={t('filter')}
          placeholder={t('filterHint')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && setQuery(null)}
        />
      )}
      <ol className="scroll scs" ref={list} onKeyDown={walk} aria-label={t('scenes')}>
        {shown.map((scene) => (
          <SceneRow
            key={scene.id}
            scene={scene}
            page={pages?.byScene.get(scene.id)}
            isOn={scene.id === caretSceneId}
            people={peopleIn(people, scene.id)}
            onOpen={open}
          />
        ))}
        {shown.length === 0 && <li className="mut nav-empty">{t(query ? 'noneFound' : 'none')}</li>}
      </ol>
      <Total pages={pages} />
    </>
  );
}

function isFound({ number, heading }: SceneView, query: string): boolean {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const text = `${number} ${heading.text}`.toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}

function walk(event: KeyboardEvent<HTMLOListElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
  if (!by || event.metaKey || event.ctrlKey || event.altKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.sc')];
  const next = rows[rows.indexOf(document.activeElement as HTMLElement) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** How much of the script is covered, how many pages it has and how long it plays. */
function Total({ pages }: { readonly pages: PageFacts | null }) {
  const t = useTranslations('navigator');
  const format = useFormatter();
  const coverage = useModel((model) => model.coverage);
  return (
    <div className="tot">
      <div className="row">
        <span className="cap">{t('coverage')}</span>
        <span className="grow" />
        <b className="num">{format.number(coverage, { style: 'percent' })}</b>
      </div>
      <ProgressBar value={coverage} label={t('coverage')} />
      {pages && (
        <div className="row num mut">
          <span>{t('pages', { pages: pages.count })}</span>
          <span className="grow" />
          <span>{t('minutes', { minutes: pages.minutes })}</span>
        </div>
      )}
    </div>
  );
}
