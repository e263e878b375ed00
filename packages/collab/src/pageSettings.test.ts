import { chineseDomestic, englishWords, finalDraftLetter, noAttrs, profiles } from '@tramline/screenplay';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { changePageChoices, pageSettingsOf, readPageChoices } from './pageSettings.ts';
import { openScript } from './script.ts';

describe('page settings', () => {
  it('[PS1] without any, an English script is paginated as Final Draft does, a Chinese one as the domestic page', () => {
    const { settings } = openScript(new Y.Doc());
    expect(pageSettingsOf(readPageChoices(settings, 'en'), [])).toEqual({
      profile: finalDraftLetter,
      words: englishWords,
    });
    expect(pageSettingsOf(readPageChoices(settings, 'zh'), []).profile).toEqual(chineseDomestic);
    expect(readPageChoices(settings, 'zh').charactersPerMinute).toBe(243);
  });

  it('[PS2] what two people choose at once both holds', () => {
    const [one, two] = [openScript(new Y.Doc()), openScript(new Y.Doc())];
    changePageChoices(one, { profile: 'final-draft-a4' });
    changePageChoices(two, { continueds: true, more: '(more)' });
    Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(two.doc));
    const { profile, words } = pageSettingsOf(readPageChoices(one.settings, 'en'), []);
    expect([profile.name, profile.linesPerPage, profile.continueds, words.more]).toEqual([
      'final-draft-a4',
      58,
      true,
      '(more)',
    ]);
  });

  it('[PS3] an entry of a wrong form counts as none', () => {
    const { settings } = openScript(new Y.Doc());
    for (const [key, value] of Object.entries({
      profile: 'x',
      continueds: 1,
      more: 'm'.repeat(99),
      contd: {},
      charactersPerMinute: -1,
    }))
      settings.set(key, value);
    expect(readPageChoices(settings, 'en')).toEqual(readPageChoices(openScript(new Y.Doc()).settings, 'en'));
  });

  it('[PS4] triangles are added only where the script types none', () => {
    const { settings } = openScript(new Y.Doc());
    const choices = readPageChoices(settings, 'zh');
    const typed = { id: 'a', type: 'action', text: '△走。', attrs: noAttrs } as const;
    expect([[], [typed]].map((elements) => pageSettingsOf(choices, elements).profile.deltas)).toEqual([true, false]);
  });

  it('[PS1] every profile that may be chosen has a name of its own', () => {
    expect(new Set(profiles.map(({ name }) => name)).size).toBe(profiles.length);
  });
});
