'use client';
import { GATES } from '@tramline/shots';
import { useTranslations } from 'next-intl';

/** How many columns a row over the whole width spans. */
export const LIST_COLUMNS = 14;
const WIDTHS = [30, 56, undefined, 196, 112, 88, 118, 64, 84, 36, 32, 32, 32, 40] as const;

/** The names of the columns. */
export function ListHead() {
  const t = useTranslations('shots');
  const gates = useTranslations('approvals');
  return (
    <>
      <colgroup>
        {WIDTHS.map((width, at) => (
          // Columns are their places.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <col key={at} style={width === undefined ? undefined : { width }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          <td />
          <th scope="col">{t('column.shot')}</th>
          <th scope="col">{t('column.description')}</th>
          <th scope="col">{t('column.dialogue')}</th>
          {(['size', 'angle', 'movement', 'focalMm', 'durationFrames'] as const).map((name) => (
            <th key={name} scope="col" className={name === 'durationFrames' ? 'r' : undefined}>
              {t(`field.${name}`)}
            </th>
          ))}
          {GATES.map((gate) => (
            <th key={gate} scope="col" className="gc" title={gates(`gate.${gate}`)}>
              <abbr title={gates(`gate.${gate}`)}>{gates(`gateLetter.${gate}`)}</abbr>
            </th>
          ))}
          <td />
        </tr>
      </thead>
    </>
  );
}
