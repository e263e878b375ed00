'use client';
import { EXPORT_KINDS } from '@tramline/wire';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { useWorkspace } from '../workspace/useWorkspace.ts';

/** The script as a file: one item for each kind. The server writes what is saved. */
export function ExportMenu() {
  const t = useTranslations('script');
  const { script } = useWorkspace();
  return (
    <Menu
      label={t('exportAs')}
      align="end"
      trigger={
        <IconButton label={t('export')} small>
          <Download className="i" size={14} aria-hidden="true" />
        </IconButton>
      }
    >
      {EXPORT_KINDS.map((kind) => (
        <MenuItem key={kind} asChild>
          <a href={`/api/scripts/${script.id}/files/${kind}`} download>
            {t(`exportKind.${kind}`)}
          </a>
        </MenuItem>
      ))}
    </Menu>
  );
}
