'use client';
import { Ellipsis, MessageSquare, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { BeatThreads } from '../comments/BeatThreads.tsx';
import { useModel, useWorkspace } from '../workspace/useWorkspace.ts';
import { LIST_COLUMNS } from './ListHead.tsx';
import type { ListItem } from './listItems.ts';
import { deleteBeat, renameBeat } from './shotEdits.ts';

export interface BeatHeadRowProps {
  readonly item: Extract<ListItem, { kind: 'beat' }>;
  readonly rowIndex: number;
  readonly mayEdit: boolean;
  readonly isRenaming: boolean;
  readonly onRenaming: (isOn: boolean) => void;
}

/** The head of a beat: its name, how much is in it, and what can be done with it. */
export function BeatHeadRow({ item, rowIndex, mayEdit, isRenaming, onRenaming }: BeatHeadRowProps) {
  const t = useTranslations('shots');
  const toast = useToast();
  const { shotsRoom, can } = useWorkspace();
  const [isTalking, setTalking] = useState(false);
  const { beat, count, seconds } = item;
  const threads = useModel(
    (model) =>
      model.threads.filter(
        ({ root }) => root.resolved === null && root.target?.kind === 'beat' && root.target.id === beat.id,
      ).length,
  );
  const name = beat.title || t('beatNew');
  const remove = (): void => {
    const undo = deleteBeat(shotsRoom.doc, beat.id);
    toast({ title: t('beatDeleted'), action: { label: t('undo'), run: undo } });
  };
  return (
    <tr className="bh2" aria-rowindex={rowIndex} data-beat={beat.id}>
      <th colSpan={LIST_COLUMNS} scope="rowgroup">
        <div className="row">
          {isRenaming && mayEdit ? (
            <BeatName
              name={beat.title}
              onDone={(next) => {
                if (next !== null && next !== beat.title) renameBeat(shotsRoom.doc, beat.id, next);
                onRenaming(false);
              }}
            />
          ) : (
            <span className="bt">{name}</span>
          )}
          <span className="mut num">{t('groupCount', { count, seconds })}</span>
          {(can('comment.write') || threads > 0) && (
            <IconButton
              small
              label={t('commentBeat')}
              className={threads > 0 ? 'has-threads' : undefined}
              onClick={() => setTalking(true)}
            >
              <MessageSquare size={13} aria-hidden="true" />
            </IconButton>
          )}
          {threads > 0 && <span className="num mut">{threads}</span>}
          {mayEdit && (
            <Menu
              label={t('beatActs', { name })}
              trigger={
                <IconButton small label={t('beatActs', { name })}>
                  <Ellipsis size={14} aria-hidden="true" />
                </IconButton>
              }
            >
              <MenuItem icon={<Pencil size={14} aria-hidden="true" />} onSelect={() => onRenaming(true)}>
                {t('renameBeat')}
              </MenuItem>
              <MenuLine />
              <MenuItem danger icon={<Trash2 size={14} aria-hidden="true" />} onSelect={remove}>
                {t('deleteBeat')}
              </MenuItem>
            </Menu>
          )}
          {isTalking && <BeatThreads beatId={beat.id} name={name} onClose={() => setTalking(false)} />}
        </div>
      </th>
    </tr>
  );
}

function BeatName({ name, onDone }: { readonly name: string; readonly onDone: (name: string | null) => void }) {
  const t = useTranslations('shots');
  const [words, setWords] = useState(name);
  const focusOnce = (box: HTMLInputElement | null): void => {
    if (!box || document.activeElement === box) return;
    // A menu that just closed still gives the focus back to its button.
    setTimeout(() => {
      box.focus();
      box.select();
    }, 0);
  };
  return (
    <input
      ref={focusOnce}
      className="beat-name"
      aria-label={t('beatName')}
      value={words}
      maxLength={200}
      onChange={(event) => setWords(event.target.value)}
      onBlur={() => onDone(words.trim())}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') onDone(words.trim());
        if (event.key === 'Escape') onDone(null);
      }}
    />
  );
}
