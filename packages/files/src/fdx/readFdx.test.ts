import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Element, idsFrom } from '@tramline/screenplay';
import { describe, expect, test } from 'vitest';
import type { FdxDocument } from './fdxDocument.ts';
import { readFdx } from './readFdx.ts';

const folder = fileURLToPath(new URL('../../../../tests/fixtures/screenplay/', import.meta.url));

function read(file: Uint8Array | string): FdxDocument {
  const result = readFdx(file, { newId: idsFrom('') });
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.document;
}
const readFixture = (file: string) => read(readFileSync(folder + file));
const readContent = (content: string) => read(`<FinalDraft><Content>${content}</Content></FinalDraft>`);
const readRunsOf = (runs: string) => readContent(`<Paragraph Type="Action">${runs}</Paragraph>`).elements[0]!;
const lines = (elements: readonly Element[]) => elements.map(({ type, text }) => `${type}: ${text}`);

const production = readFixture('synthetic/production.fdx');
const elementOf = (text: string) => production.elements.find((element) => element.text.includes(text))!;

describe('the words', () => {
  test('[FX1] a file by Final Draft 12 reads as its script, without the paragraphs of beats, headers and macros', () => {
    const { elements, title } = readFixture('screenplay-tools/TestFDX-FD.fdx');
    expect(lines(elements)).toEqual([
      'heading: INT. RADIO STUDIO',
      'action: We are in a TV station listening to the announcer on the other site of the glass.',
      'character: DJ',
      'parenthetical: (bored)',
      'dialogue: Hey everyone, this is some music that sounds kinda terrible.',
      'action: Dave is at the coffee machine.',
      'character: DAVE',
      'dialogue: Why do we pay him?',
      'character: JIM (O.S.)',
      'dialogue: Because he helps us test this screenplay.',
      'transition: CUT TO:',
      'heading: EXT. OUTSIDE THE FOOD STORE',
      'action: We are standing outside the food store. Kay is looking at the posters in the window.',
      'character: KAY',
      "dialogue: Maybe there's a job for me here.",
      'transition: FADE TO BLACK',
    ]);
    expect(elements.filter(({ type }) => type === 'heading').map(({ attrs }) => attrs)).toEqual([
      { number: '1' },
      { number: '2' },
    ]);
    expect(title).toEqual([
      { key: 'Title', value: 'FDX Test Script' },
      { key: 'Credit', value: 'Written by' },
      { key: 'Author', value: 'Ian' },
      { key: 'Copyright', value: 'Copyright (c) 2026' },
      { key: 'Draft date', value: 'Draft\ninformation' },
      { key: 'Contact', value: 'Contact\ninformation' },
    ]);
  });

  test('[FX1] the same script by Fade In reads as the same elements', () => {
    const [ours, theirs] = ['FD', 'FI'].map((name) => readFixture(`screenplay-tools/TestFDX-${name}.fdx`).elements);
    expect(theirs).toEqual(ours);
  });

  test('[FX2] every paragraph type has its element; unknown ones are general', () => {
    expect(lines(production.elements)).toEqual([
      'section: ACT ONE',
      'synopsis: Ada opens the shop.',
      'actStart: ACT ONE',
      'heading: int. bakery - dawn',
      'action: Flour dust. ADA (30) lifts a brass key & a letter.',
      'character: ADA',
      'parenthetical: (to the dog)',
      'dialogue: Not today.',
      'character: ADA',
      'dialogue: Wait!',
      'character: BO (O.S.)',
      'dialogue: Go!',
      'heading: EXT. YARD - DUSK',
      'action: The cart waits.',
      'heading: EXT. ROAD - NIGHT',
      'shot: CLOSE ON THE KEY',
      'lyrics: La la la',
      'general: ADA, BO',
      'centered: THE END',
      'transition: FADE OUT.',
      'actEnd: END OF ACT ONE',
    ]);
    const types = ['Note', 'Outline 4', 'Sequence', 'Summary', 'Dialog', 'SHOT', 'Unheard', ''];
    const content = types.map((type) => `<Paragraph Type="${type}"/>`).join('');
    const read = readContent(content).elements.map(({ type, attrs }) => type + (attrs.level ?? ''));
    expect(read).toEqual(['note', 'section4', 'section1', 'synopsis', 'dialogue', 'shot', 'general', 'general']);
  });

  test('[FX3] runs are one text; their styles, revision, tag and background are marks', () => {
    expect(elementOf('Flour').marks).toEqual([
      { type: 'bold', from: 12, to: 15 },
      { type: 'revision', value: '2', from: 12, to: 20 },
      { type: 'underline', from: 12, to: 15 },
      { type: 'tag', value: 'def-key', from: 29, to: 38 },
      { type: 'highlight', from: 43, to: 49 },
      { type: 'tag', value: '9', from: 43, to: 49 },
    ]);
  });

  test('[FX3] capitals are layout, hidden words are notes, and an outline that is hidden as a whole is not', () => {
    expect(readRunsOf('<Text Style="AllCaps+Strikeout">a</Text><Text Style="HiddenText">b</Text>')).toMatchObject({
      text: 'ab',
      marks: [
        { type: 'strike', from: 0, to: 1 },
        { type: 'note', from: 1, to: 2 },
      ],
    });
    expect(production.elements[0]!.marks).toEqual([{ type: 'italic', from: 0, to: 7 }]);
  });

  test('[FX4] breaks and spaces in words stay; those that only set the XML go', () => {
    expect(lines(readFixture('screenplain/tests/simple.fdx').elements)).toContain(
      "action: It's a sunny day.\nSunnier than normal.\nToo sunny to be funny.",
    );
    expect(lines(readFixture('screenplain/tests/indentation.fdx').elements)[1]).toBe('action:     Four spaces');
    expect(readRunsOf('\n  <Text>a</Text>\n  <Text> b\r\n</Text>\n')).toMatchObject({ text: 'a b\n' });
    expect(readRunsOf('<Text>\n      INT. HOUSE\n      - DAY\n    </Text>')).toMatchObject({
      text: 'INT. HOUSE - DAY',
    });
    expect(readRunsOf('<Text>&#10;  a\n</Text>')).toMatchObject({ text: '\n  a\n' });
  });

  test('[FX5] entities, CDATA, comments and instructions in words', () => {
    const words = '<Text>a<!-- no -->b<?no?>&lt;&#x1F600;<![CDATA[<c> & ]]>d</Text><Text/>';
    expect(readRunsOf(words)).toMatchObject({ text: 'ab<😀<c> & d' });
  });

  test('[FX6] paragraphs inside a paragraph are no script', () => {
    expect(lines(readFixture('afterwriting/fdx/header_note.fdx').elements)).toEqual([
      'heading: INT. SCENE HEADING - DAY',
    ]);
    expect(lines(readFixture('afterwriting/fdx/synopsis.fdx').elements)).toEqual(['heading: INT. SCENE HEADING - DAY']);
  });

  test('[FX7] dual dialogue has a left and a right cue, in a paragraph or without one', () => {
    const duals = (document: FdxDocument) => document.elements.map(({ text, attrs }) => [text, attrs.dual]);
    const expected = [
      ['GIRL', 'left'],
      ['Hey!', undefined],
      ['GUY', 'right'],
      ['Hello!', undefined],
    ];
    const { source } = readFixture('screenplain/tests/dual-dialogue.fdx');
    expect(duals(read(source))).toEqual(expected);
    expect(
      duals(read(source.replace(/<Paragraph>(\s*<Dual)/, '$1').replace(/(<\/DualDialogue>\s*)<\/Paragraph>/, '$1'))),
    ).toEqual(expected);
  });

  test('[FX8] an omitted scene is its own heading with the number of its card, and its hidden words', () => {
    expect(elementOf('EXT. YARD').attrs).toEqual({ number: '2', omitted: true });
    expect(elementOf('EXT. ROAD').attrs).toEqual({ number: '2A', startsNewPage: true });
    const flagged = readContent('<Paragraph Type="Scene Heading" Flags="Omitted"><Text>INT. A</Text></Paragraph>');
    expect(flagged.elements[0]).toMatchObject({ text: 'INT. A', attrs: { omitted: true } });
    const bare = readContent(
      '<Paragraph Type="Scene Heading"><Text>CUT</Text><OmittedScene><Paragraph Type="Action"><Text>x</Text></Paragraph></OmittedScene></Paragraph>',
    );
    expect(lines(bare.elements)).toEqual(['heading: CUT', 'action: x']);
    expect(bare.elements[0]!.attrs).toEqual({ omitted: true });
  });

  test('[FX9] each element knows its paragraph, and the same ids name the same elements', () => {
    const { source, spans, elements } = production;
    expect(spans.map(({ element }) => element)).toEqual(elements);
    for (const { from, to } of spans) expect(source.slice(from, to)).toMatch(/^<Paragraph.*(?:<\/Paragraph|\/)>$/s);
    expect(elements.slice(0, 2).map(({ id }) => id)).toEqual(['0', '1']);
    expect(readFixture('synthetic/production.fdx').elements).toEqual(elements);
  });

  test('[FX10] only the first Content of the root is the script', () => {
    expect(lines(production.elements).join()).not.toContain('NOT IN THE SCRIPT');
    expect(read('<FinalDraft/>').elements).toEqual([]);
  });
});

describe('the title page', () => {
  test('[FX11] its lines get keys by their place and their words', () => {
    expect(production.title).toEqual([
      { key: 'Title', value: 'THE BAKERY' },
      { key: 'Credit', value: 'written by' },
      { key: 'Author', value: 'Ann Alder\nBen Birch' },
      { key: 'Draft date', value: 'Blue Draft 2026-01-02' },
      { key: 'Contact', value: 'ann@example.com' },
    ]);
    expect(readFixture('opendraft/titlepage.fdx').title).toEqual([
      { key: 'Title', value: 'THE LONG GOODBYE' },
      { key: 'Credit', value: 'Written by' },
      { key: 'Author', value: 'Jane Writer' },
      { key: 'Draft date', value: 'Second Draft' },
      { key: 'Contact', value: 'jane@example.com' },
      { key: 'Copyright', value: 'Copyright 2026 Jane Writer' },
    ]);
  });
});

describe('the parts around the words', () => {
  test('[FX12] revision sets and locked pages', () => {
    expect(production.revisionSets[1]).toEqual({
      ...{ id: '2', name: 'Pink', mark: '**', colour: '#ff00ff', pageColour: '#fdccd4', isActive: true },
    });
    expect(production.lockedPages[1]).toEqual({
      ...{ pageNumber: '1A', position: 84, lockLevel: '1', levelIndex: '1', isDeleted: true },
    });
    expect(readFixture('screenplay-tools/TestFDX-FD.fdx').revisionSets).toHaveLength(9);
  });

  test('[FX13] tag categories and definitions; a tag number without one is its own name', () => {
    expect(production.tags).toEqual({
      categories: [{ id: 'cat-props', name: 'Props', colour: '#ff0000', number: '5' }],
      definitions: [
        { id: 'def-key', categoryId: 'cat-props', label: 'brass key' },
        { id: 'def-letter', categoryId: 'cat-props', label: 'letter' },
      ],
    });
  });

  test('[FX14] script notes, in a paragraph or counted over the whole script', () => {
    expect(production.scriptNotes).toEqual([
      {
        ...{ elementId: elementOf('FADE OUT').id, from: 0, to: 4, id: '1', name: 'Pace', type: 'General' },
        ...{ colour: '#0000ff', author: 'Cy', date: '2026-01-02T03:04:05', text: 'Too slow?' },
      },
      {
        ...{ elementId: elementOf('Flour').id, from: 6, to: 10, id: '2', name: '', type: 'General' },
        ...{ colour: '#ff0000', author: 'Di', date: '2026-02-03', text: 'Where is the dust?' },
      },
    ]);
    expect(readFixture('afterwriting/fdx/note.fdx').scriptNotes).toMatchObject([
      { from: 0, to: 15, text: 'Note in action. Note. Note. Note.' },
    ]);
  });

  test('[FX14] a dual dialogue or an omitted scene counts two, and every paragraph one for its end', () => {
    const speech = '<Paragraph Type="Character"><Text>LONGNAME</Text></Paragraph>';
    const content = `<Paragraph Type="Action"><Text>Hum.</Text></Paragraph><Paragraph><DualDialogue>${speech}${speech}</DualDialogue></Paragraph><Paragraph Type="Action"><Text>Go on.</Text></Paragraph>`;
    const notes = ['8,10', '10,8', '0,4', '5,7', '99,120'].map((range) => `<ScriptNote Range="${range}"/>`).join('');
    const { scriptNotes } = read(
      `<FinalDraft><Content>${content}</Content><ScriptNotes>${notes}</ScriptNotes></FinalDraft>`,
    );
    expect(scriptNotes.map(({ elementId, from, to }) => [elementId, from, to])).toEqual([
      ['3', 0, 2],
      ['3', 0, 2],
      ['0', 0, 4],
      ['1', 0, 0],
      ['3', 6, 6],
    ]);
  });

  test('[FX15] completion lists', () => {
    expect(production.smartType).toEqual({
      characters: ['ADA', 'BO'],
      extensions: ['(O.S.)'],
      sceneIntros: ['INT'],
      locations: ['BAKERY'],
      times: ['DAWN'],
      transitions: ['FADE OUT.'],
    });
  });

  test('[FX16] element settings, page and words at page breaks', () => {
    expect(production.elementSettings).toEqual([
      {
        ...{
          type: 'Scene Heading',
          returnKey: 'Action',
          shortcut: '1',
          paginateAs: 'Scene Heading',
          alignment: 'Left',
        },
        ...{ leftIndent: 1.5, rightIndent: 7.5, firstIndent: 0, spaceBefore: 24, styles: ['Bold', 'AllCaps'] },
      },
    ]);
    expect(production.pageLayout).toEqual({
      ...{ width: 8.5, height: 11, topMargin: 72, bottomMargin: 72, headerMargin: 36, footerMargin: 36 },
      ...{ leading: 'Normal', breaksAtSentences: true },
    });
    expect(production.moresAndContinueds).toEqual({
      ...{ dialogueBottom: '(MORE)', dialogueTop: "(CONT'D)", isAutomatic: true },
      ...{ sceneBottom: '(CONTINUED)', sceneTop: 'CONTINUED:', hasSceneBottom: false, hasSceneTop: true },
    });
  });

  test('[FX17] scene properties with their summary, and what stands in place of an omitted scene', () => {
    expect(production.sceneProperties).toEqual([
      {
        ...{ elementId: elementOf('bakery').id, length: '1 2/8', page: '1', title: 'Opening', colour: '#ff0000' },
        ...{ summary: 'She finds the letter.', omittedText: '' },
      },
      {
        ...{ elementId: elementOf('YARD').id, length: '2/8', page: '2', title: '', colour: '', summary: '' },
        omittedText: 'OMITTED',
      },
    ]);
  });

  test('[FX18] alternates of a dialogue', () => {
    expect(production.alternates).toEqual([
      { elementId: elementOf('Not today').id, current: 0, texts: ['Later, boy.', 'Shoo.'] },
    ]);
  });
});
