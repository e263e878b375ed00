'use client';
import { ListFilter } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Chip } from '../../ui/Chip.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { type ShotList, STATE_FILTERS, type StateFilter } from './listItems.ts';

export interface ListBarProps {
  readonly list: ShotList;
  readonly filter: StateFilter;
  readonly onFilter: (filter: StateFilter) => void;
}

/** The bar over the list: which states are shown, and how many shots that is. */
export function ListBar({ list, filter, onFilter }: ListBarProps) {
  const t = useTranslations('shots');
  const nameOf = (state: StateFilter): string => (state === 'all' ? t('filterAll') : t('filterState', { state }));
  return (
    <div className="sub">
      <Menu
        label={t('filter')}
        trigger={
          <button type="button" className="sel1">
            <ListFilter size={13} aria-hidden="true" />
            {t('filter')}
          </button>
        }
      >
        {STATE_FILTERS.map((state) => (
          <MenuItem key={state} checked={state === filter} onSelect={() => onFilter(state)}>
            {nameOf(state)}
          </MenuItem>
        ))}
      </Menu>
      {filter !== 'all' && (
        <Chip outline onRemove={() => onFilter('all')} removeLabel={t('showAll')}>
          {nameOf(filter)}
        </Chip>
      )}
      <span className="grow" />
      <span className="mut num" role="status">
        {t('counted', { shown: list.shown, all: list.all, seconds: list.seconds })}
      </span>
    </div>
  );
}
