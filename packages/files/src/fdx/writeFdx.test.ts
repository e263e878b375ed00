import type { Element, Mark } from '@tramline/screenplay';
import { describe, expect, test } from 'vitest';
import { type Change, changing, differenceOf, plain, read, retyping, write } from './testing/production.ts';
import { writeFdx } from './writeFdx.ts';

describe('one edit', () => {
  test('[FX23] of a word changes its run alone', () => {
    expect(differenceOf(retyping('brass key', 'brass keys'))).toEqual([
      '-<Text TagNumber="7">brass key</Text>',
      '+<Text TagNumber="7">brass keys</Text>',
    ]);
    expect(differenceOf(retyping('Not today.', 'Not now.'))).toEqual([
      '-<Text>Not today.</Text>',
      '+<Text>Not now.</Text>',
    ]);
  });

  test('[FX23] of two words leaves the run between them alone', () => {
    const [first, , last] = [
      ...differenceOf(
        changing('Flour', ({ text, marks }) => ({
          text: text.replace('Flour', 'White').replace('letter.', 'letter!'),
          marks,
        })),
      ),
    ].filter((line) => line.startsWith('+'));
    expect(first).toBe('+<Text>White dust. </Text>');
    expect(last).toContain(' (30)');
  });

  test('[FX23] of a format splits its run', () => {
    const underline = changing('Not today', ({ text }) => ({
      marks: [{ type: 'underline', from: 0, to: text.indexOf(' ') } as Mark],
    }));
    expect(differenceOf(underline)).toEqual([
      '-<Text>Not today.</Text>',
      '+<Text Style="Underline">Not</Text>',
      '+<Text> today.</Text>',
    ]);
  });

  test('[FX23] a style does not switch off the capitals that the settings give', () => {
    const bold = changing('YARD', ({ text }) => ({ marks: [{ type: 'bold', from: 0, to: text.length } as Mark] }));
    expect(differenceOf(bold)).toEqual([
      '-<Text>EXT. YARD - DUSK</Text>',
      '+<Text Style="Bold+AllCaps">EXT. YARD - DUSK</Text>',
    ]);
  });

  test('[FX23] words in CDATA, beside comments and entities are edited in place', () => {
    const words = (inside: string) =>
      read(`<FinalDraft><Content><Paragraph Type="Action"><Text>${inside}</Text></Paragraph></Content></FinalDraft>`);
    const edit = (inside: string, then: string, now: string) => {
      const origin = words(inside);
      const text = write(
        (elements) => elements.map((element) => ({ ...element, text: element.text.replace(then, now) })),
        origin,
      );
      return text.slice(text.indexOf('<Text>') + 6, text.indexOf('</Text>'));
    };
    expect(edit('a &amp; b<!-- c --> d', 'b', 'x<y')).toBe('a &amp; x&lt;y<!-- c --> d');
    expect(edit('<![CDATA[a & b]]> d', '&', '& ]]> &')).toBe('<![CDATA[a & ]]>]]&gt; &amp; <![CDATA[b]]> d');
    expect(edit('one<!-- c -->two', 'onetwo', 'three')).toContain('<!-- c -->');
    expect(edit('a>', 'a', ']]')).toBe(']]&gt;');
    expect(edit('&#x1F600;!', '!', '?')).toBe('&#x1F600;?');
    expect(edit('&#x1F600;!', '😀', '😁')).toBe('😁!');
  });

  test('[FX24] of a type, number, flag or alignment changes that attribute', () => {
    expect(differenceOf(changing('THE END', () => ({ type: 'action' })))).toEqual([
      '-<Paragraph Alignment="Center" Type="Action">',
      '+<Paragraph Type="Action">',
    ]);
    expect(differenceOf(changing('CLOSE ON', () => ({ type: 'transition' })))).toEqual([
      '-<Paragraph Type="Shot">',
      '+<Paragraph Type="Transition">',
    ]);
    expect(differenceOf(changing('ROAD', () => ({ attrs: { number: '2B' } })))).toEqual([
      '-<Paragraph Number="2A" StartsNewPage="Yes" Type="Scene Heading">',
      '+<Paragraph Number="2B" StartsNewPage="No" Type="Scene Heading">',
    ]);
    expect(differenceOf(retyping('ADA, BO', 'BO'))).toEqual(['-<Text>ADA, BO</Text>', '+<Text>BO</Text>']);
  });

  test('[FX24] a paragraph keeps its summary, notes and alternates', () => {
    const text = write(retyping('int. bakery', 'int. mill'), plain);
    expect(read(text).sceneProperties[0]).toMatchObject({ title: 'Opening', summary: 'She finds the letter.' });
    expect(read(write(retyping('Not today.', 'No.'), plain)).alternates[0]!.texts).toEqual(['Later, boy.', 'Shoo.']);
    expect(read(write(retyping('FADE OUT.', 'CUT TO:'), plain)).scriptNotes[0]).toMatchObject({
      author: 'Cy',
      text: 'Too slow?',
    });
  });

  test('[FX25] a new paragraph looks like its neighbours, a moved one goes as a whole, a deleted one is gone', () => {
    const added: Element = { id: 'new', type: 'action', text: 'Rain & wind.', attrs: {} };
    const lines = ['<Paragraph Type="Action">', '<Text>Rain &amp; wind.</Text>', '</Paragraph>'];
    const insert: Change = (elements) =>
      elements.flatMap((element) => (element.text.startsWith('CLOSE') ? [element, added] : [element]));
    const inserted = differenceOf(insert);
    expect(inserted.every((line) => line.startsWith('+'))).toBe(true);
    expect(inserted.map((line) => line.slice(1)).toSorted()).toEqual(lines.toSorted());
    const move: Change = (elements) => [...elements.slice(1), elements[0]!];
    const moved = write(move, plain);
    expect(moved.split('\n').toSorted()).toEqual(plain.source.split('\n').toSorted());
    const cut = differenceOf((elements) => elements.filter(({ text }) => text !== 'THE END'));
    expect(cut.map((line) => line.slice(1))).toEqual(
      ['<Paragraph Alignment="Center" Type="Action">', '<Text>THE END</Text>', '</Paragraph>'].slice(0, cut.length),
    );
  });
});

describe('groups', () => {
  test('[FX28] an edit in a dual dialogue keeps it; without its partner a speech is plain', () => {
    expect(differenceOf(retyping('Wait!', 'Stop!'))).toEqual(['-<Text>Wait!</Text>', '+<Text>Stop!</Text>']);
    const alone = write((elements) => elements.filter(({ text }) => text !== 'BO (O.S.)' && text !== 'Go!'), plain);
    expect(alone).not.toContain('DualDialogue');
    expect(alone).toContain('<Text>Wait!</Text>');
  });

  test('[FX28] a speech more in a dual dialogue stands in the same wrapper', () => {
    const added: Element = { id: 'new', type: 'dialogue', text: 'Now!', attrs: {} };
    const text = write(
      (elements) => elements.flatMap((element) => (element.text === 'Go!' ? [element, added] : [element])),
      plain,
    );
    expect(text.match(/<DualDialogue>/g)).toHaveLength(1);
    expect(text).toMatch(/Now!<\/Text>\s*<\/Paragraph>\s*<\/DualDialogue>/);
  });

  test('[FX28] a scene that is no longer omitted stands on its own with the number of its card', () => {
    const text = write(
      changing('YARD', () => ({ attrs: { number: '2' } })),
      plain,
    );
    expect(text).not.toContain('OmittedScene');
    expect(text).not.toContain('OMITTED');
    expect(text).toMatch(/<Paragraph Type="Scene Heading" Number="2">\s*<SceneProperties Length="2\/8"/);
  });

  test('[FX28] what the card held for its scene goes along when the scene is shown again', () => {
    const card = '<SceneProperties Title="Yard"/><ScriptNote><Paragraph><Text>Back?</Text></Paragraph></ScriptNote>';
    const inside = '<OmittedScene><Paragraph Type="Scene Heading"><Text>EXT. YARD</Text></Paragraph></OmittedScene>';
    const origin = read(
      `<FinalDraft><Content><Paragraph Type="Scene Heading">${card}<Text>OMITTED</Text>${inside}</Paragraph></Content></FinalDraft>`,
    );
    const shown = read(
      write(
        changing('YARD', () => ({ attrs: {} })),
        origin,
      ),
    );
    expect(shown.elements).toMatchObject([{ text: 'EXT. YARD', attrs: {} }]);
    expect(shown.sceneProperties).toMatchObject([{ title: 'Yard', omittedText: '' }]);
    expect(shown.scriptNotes).toMatchObject([{ text: 'Back?' }]);
  });

  test('[FX28] a scene that is omitted is hidden behind a card with its number, up to the next heading', () => {
    const text = write(
      changing('bakery', ({ attrs }) => ({ attrs: { ...attrs, omitted: true } })),
      plain,
    );
    const card = text.slice(text.indexOf('<Paragraph Number="1"'));
    expect(card).toMatch(/^<Paragraph Number="1" Type="Scene Heading">\s*<Text>OMITTED<\/Text>\s*<OmittedScene>/);
    const { elements, sceneProperties } = read(text);
    expect(elements.map((element) => element.text)).toEqual(plain.elements.map((element) => element.text));
    expect(sceneProperties[0]).toMatchObject({ omittedText: 'OMITTED', summary: 'She finds the letter.' });
  });
});

describe('what FDX cannot say', () => {
  const written = (element: Partial<Element>) =>
    read(writeFdx([{ id: 'a', type: 'action', text: '', attrs: {}, ...element }], [])).elements[0]!;

  test('[FX27] control characters and half pairs become U+FFFD; all else stays', () => {
    expect(written({ text: 'a\u0007b\ud800c\u0000' }).text).toBe('a\ufffdb\ufffdc\ufffd');
    expect(written({ text: '\r\n \u0085\u2028\t😀\u00a0' }).text).toBe('\r\n \u0085\u2028\t😀\u00a0');
  });

  test('[FX27] a page break starts the page of what follows; deep sections and boneyards in words come nearest', () => {
    const two = read(
      writeFdx(
        [
          { id: 'a', type: 'pageBreak', text: '', attrs: {} },
          { id: 'b', type: 'shot', text: 'X', attrs: {} },
        ],
        [],
      ),
    );
    expect(two.elements).toMatchObject([{ type: 'shot', attrs: { startsNewPage: true } }]);
    expect(written({ type: 'section', attrs: { level: 6 } }).attrs).toEqual({ level: 4 });
    expect(written({ text: 'ab', marks: [{ type: 'boneyard', from: 0, to: 1 }] }).marks).toEqual([
      { type: 'note', from: 0, to: 1 },
    ]);
    expect(written({ attrs: { dual: 'left', number: '3' } }).attrs).toEqual({});
  });
});

describe('a new document', () => {
  test('[FX40] has all that Final Draft writes: settings for every type, page, lists, sets', () => {
    const script: Element[] = [
      { id: 'a', type: 'heading', text: 'INT. MILL - NOON', attrs: {} },
      { id: 'b', type: 'character', text: 'Ada (whispering)', attrs: {} },
      {
        id: 'c',
        type: 'dialogue',
        text: 'Hush.',
        attrs: {},
        marks: [{ type: 'revision', value: '11', from: 0, to: 4 }],
      },
      { id: 'd', type: 'transition', text: 'SLOW CUT TO:', attrs: {} },
    ];
    const text = writeFdx(script, [{ key: 'Title', value: 'MILL' }]);
    const made = read(text);
    expect(text).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8" standalone="no" \?>\n<FinalDraft DocumentType="Script" Template="No" Version="5">/,
    );
    expect(made.elementSettings.map(({ type }) => type)).toEqual([
      ...[
        'General',
        'Scene Heading',
        'Action',
        'Character',
        'Parenthetical',
        'Dialogue',
        'Transition',
        'Shot',
        'Cast List',
      ],
      ...[
        'New Act',
        'End of Act',
        'Lyrics',
        'Outline 1',
        'Outline 2',
        'Outline 3',
        'Outline 4',
        'Outline Body',
        'Note',
      ],
    ]);
    expect(made.smartType.characters).toEqual(['ADA']);
    expect(made.smartType.extensions).toContain('(WHISPERING)');
    expect(made.smartType.locations).toEqual(['MILL']);
    expect(made.smartType.transitions).toContain('SLOW CUT TO:');
    expect(made.revisionSets.at(-1)).toMatchObject({ id: '11', name: 'Pink (2)' });
    expect(made.pageLayout).toMatchObject({ width: 8.5, height: 11, topMargin: 72, bottomMargin: 72 });
    expect(made.moresAndContinueds).toMatchObject({ dialogueBottom: '(MORE)', isAutomatic: true });
    expect(made.title).toEqual([{ key: 'Title', value: 'MILL' }]);
  });
});
