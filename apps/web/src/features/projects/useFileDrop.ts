'use client';
import { useEffect, useState } from 'react';

const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes one file dropped anywhere on the window while `active`. True while a file is held over it. */
export function useFileDrop(active: boolean, onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (!active) return;
    const onDragOver = (event: DragEvent) => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      // Leaving the window has nothing to go to.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) onFile(file);
    };
    addEventListener('dragover', onDragOver, true);
    addEventListener('dragleave', onDragLeave, true);
    addEventListener('drop', onDrop, true);
    return () => {
      setOver(false);
      removeEventListener('dragover', onDragOver, true);
      removeEventListener('dragleave', onDragLeave, true);
      removeEventListener('drop', onDrop, true);
    };
  }, [active, onFile]);
  return isOver;
}
