'use client';
import { ACTIONS, may, ROLES } from '@tramline/wire';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';

const shown = ACTIONS.filter((action) => action !== 'take.request' && action !== 'spending.allow');

/** What each role may do, from the one table that decides everywhere. */
export function RoleTable() {
  const t = useTranslations('members');
  return (
    <>
      <h2 id="roles-title" className="sech">
        {t('rolesTitle')}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="card role-table scroll" tabIndex={0} aria-labelledby="roles-title">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('mayDo')}</th>
              {ROLES.map((role) => (
                <th key={role} scope="col">
                  {t(`roles.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((action) => (
              <tr key={action}>
                <th scope="row">{t(`actions.${action}`)}</th>
                {ROLES.map((role) => (
                  <td key={role}>
                    {may(role, action) ? (
                      <>
                        <Check size={14} aria-hidden="true" />
                        <span className="sr">{t('yes')}</span>
                      </>
                    ) : (
                      <>
                        <span aria-hidden="true">–</span>
                        <span className="sr">{t('no')}</span>
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
