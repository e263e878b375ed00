'use client';
import type { ScriptView } from '@tramline/wire';
import { ArrowDown, ArrowUp, FileUp, Pencil, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useCurrentProject } from '../projects/currentProject.tsx';
import { useImport } from '../projects/importing.tsx';
import { useProjectChanges } from '../projects/projectQueries.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { movePositions } from './movePositions.ts';
import { ScriptDialog } from './ScriptDialog.tsx';
import { SettingRow, SettingsCard } from './SettingsCard.tsx';

/** The scripts of the project in their order: move, rename, delete, add. */
export function ScriptsSettings({ onRefused }: { onRefused: (thrown: unknown) => void }) {
  const t = useTranslations('settings');
  const projects = useTranslations('projects');
  const project = useCurrentProject();
  const { chooseFile } = useImport();
  const { changeScript, removeScript } = useProjectChanges();
  const [editing, setEditing] = useState<ScriptView | 'new' | null>(null);
  const [deleting, setDeleting] = useState<ScriptView | null>(null);
  const mayEdit = project.actions.includes('script.edit');
  const mayChange = project.actions.includes('settings.change');
  const { scripts } = project;

  const move = async (at: number, by: 1 | -1) => {
    try {
      for (const change of movePositions(scripts, at, by)) await changeScript.mutateAsync(change);
    } catch (thrown) {
      onRefused(thrown);
    }
  };

  return (
    <SettingsCard title={t('scripts')}>
      {scripts.map((script, at) => (
        <SettingRow
          key={script.id}
          title={script.title}
          words={`${projects(`formats.${script.format}`)} · ${projects(`languages.${script.language}`)}`}
        >
          {mayEdit && (
            <>
              <IconButton
                label={t('moveUp', { title: script.title })}
                disabled={at === 0}
                onClick={() => void move(at, -1)}
              >
                <ArrowUp size={16} aria-hidden="true" />
              </IconButton>
              <IconButton
                label={t('moveDown', { title: script.title })}
                disabled={at === scripts.length - 1}
                onClick={() => void move(at, 1)}
              >
                <ArrowDown size={16} aria-hidden="true" />
              </IconButton>
              <IconButton label={t('renameScript', { title: script.title })} onClick={() => setEditing(script)}>
                <Pencil size={16} aria-hidden="true" />
              </IconButton>
            </>
          )}
          {mayChange && (
            <IconButton label={t('deleteScript', { title: script.title })} onClick={() => setDeleting(script)}>
              <Trash2 size={16} aria-hidden="true" />
            </IconButton>
          )}
        </SettingRow>
      ))}
      {scripts.length === 0 && <SettingRow title={projects('noScript')} />}
      {mayEdit && (
        <div className="set-row row wrap">
          <Button icon={<FileUp size={14} aria-hidden="true" />} onClick={() => chooseFile(project.id)}>
            {projects('importScript')}
          </Button>
          <Button icon={<Plus size={14} aria-hidden="true" />} onClick={() => setEditing('new')}>
            {projects('newScript')}
          </Button>
        </div>
      )}
      {editing && <ScriptDialog script={editing} projectId={project.id} onClose={() => setEditing(null)} />}
      {deleting && (
        <DeleteDialog
          open
          onOpenChange={() => setDeleting(null)}
          name={deleting.title}
          lead={t('deleteScriptLead')}
          busy={removeScript.isPending}
          onDelete={() => removeScript.mutate(deleting.id, { onError: onRefused, onSettled: () => setDeleting(null) })}
        />
      )}
    </SettingsCard>
  );
}
