'use client';
import { FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { ImportDialog } from './ImportDialog.tsx';
import { FILE_ENDINGS } from './scriptFile.ts';
import { useFileDrop } from './useFileDrop.ts';

interface Importing {
  /** Opens the file picker. With a project the script goes there, without one it gets a project of its own. */
  readonly chooseFile: (projectId?: string) => void;
  /** Where a dropped file goes: the project whose screen this is, or null for a new one; undefined takes no files. */
  readonly setDropTarget: (projectId: string | null | undefined) => void;
}
const ImportContext = createContext<Importing | null>(null);

/** Starts an import. */
export function useImport(): Importing {
  const importing = useContext(ImportContext);
  if (!importing) throw new TypeError('useImport is only for signed-in screens');
  return importing;
}

/** While the screen is there, a file dropped anywhere on it goes into this project (null: a new one). */
export function useDropTarget(projectId: string | null | undefined): void {
  const { setDropTarget } = useImport();
  useEffect(() => {
    setDropTarget(projectId);
    return () => setDropTarget(undefined);
  }, [projectId, setDropTarget]);
}

/** Around the signed-in screens: takes script files by drop or by picker and shows the dialog of the import. */
export function ImportProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('projects');
  const [chosen, setChosen] = useState<{ file: File; projectId: string | null } | null>(null);
  const [dropTarget, setDropTarget] = useState<string | null | undefined>();
  const picker = useRef<HTMLInputElement>(null);
  const pickFor = useRef<string | null>(null);
  const take = useCallback((file: File) => setChosen({ file, projectId: dropTarget ?? null }), [dropTarget]);
  const isOver = useFileDrop(dropTarget !== undefined && !chosen, take);
  const importing = useMemo<Importing>(
    () => ({
      setDropTarget,
      chooseFile: (projectId) => {
        pickFor.current = projectId ?? null;
        picker.current?.click();
      },
    }),
    [],
  );
  return (
    <ImportContext.Provider value={importing}>
      {children}
      <input
        ref={picker}
        type="file"
        hidden
        accept={FILE_ENDINGS}
        aria-label={t('chooseFile')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) setChosen({ file, projectId: pickFor.current });
        }}
      />
      {isOver && (
        <div className="drop-veil" aria-hidden="true">
          <div className="drop-card">
            <FileUp size={28} />
            <b>{t(dropTarget ? 'dropIntoProject' : 'dropNew')}</b>
            <span className="sec">{t('dropKinds')}</span>
          </div>
        </div>
      )}
      {chosen && <ImportDialog file={chosen.file} projectId={chosen.projectId} onClose={() => setChosen(null)} />}
    </ImportContext.Provider>
  );
}
