/** A complete Final Draft document around no words: settings, page, lists to complete with. */
import { cueExtensions, type Element, parseHeading, speakerOf, timesOfDay, transitions } from '@tramline/screenplay';
import { escapeXml } from '../xml/charData.ts';
import { changeStartTag } from '../xml/startTag.ts';
import { type ElementRow, elementRows } from './elementRows.ts';
import { setsUpTo, writeRevisionSet } from './revisionSets.ts';

type Values = Readonly<Record<string, string>>;

const tag = (name: string, values: Values = {}) => changeStartTag(`<${name}/>`, values);

function element(name: string, values: Values, children: readonly string[]): string {
  const start = changeStartTag(`<${name}>`, values);
  const inside = children.map((child) => `\n${child.replaceAll(/^/gm, '  ')}`).join('');
  return `${start}${inside}\n</${name}>`;
}

const font: Values = {
  AdornmentStyle: '0',
  Background: '#FFFFFFFFFFFF',
  Color: '#000000000000',
  Font: 'Courier Final Draft',
  RevisionID: '0',
  Size: '12',
};

const fontSpec = (Style = '') => tag('FontSpec', { ...font, Style });

function paragraphSpec({ alignment, left, right, first, before, starts }: Omit<ElementRow, 'type'>): Values {
  return {
    Alignment: alignment,
    FirstIndent: first,
    Leading: 'Regular',
    LeftIndent: left,
    RightIndent: right,
    SpaceBefore: before,
    Spacing: '1',
    StartsNewPage: starts,
  };
}

function setting(row: ElementRow): string {
  const { type, style, paginateAs, returnKey, shortcut, hides, level } = row;
  return element('ElementSettings', { Type: type }, [
    fontSpec(style),
    tag('ParagraphSpec', paragraphSpec(row)),
    tag('Behavior', { PaginateAs: paginateAs, ReturnKey: returnKey, Shortcut: shortcut }),
    tag('Outline', { CanHide: hides, Level: level }),
  ]);
}

/**
 * The text of a document of version 5 on US Letter without words, whose completion lists and revision sets are those that
 * `elements` need. Source: files written by versions 10 to 13.
 */
export function newDocument(elements: readonly Element[]): string {
  const parts = [
    element('Content', {}, []),
    pageNumbers(),
    pageLayout(),
    ...elementRows.map(setting),
    element('TitlePage', {}, [element('Content', {}, [])]),
    smartType(elements),
    moresAndContinueds(),
    tag('LockedPages'),
    revisions(elements),
    sceneNumberOptions(),
  ];
  const root = { DocumentType: 'Script', Template: 'No', Version: '5' };
  return `<?xml version="1.0" encoding="UTF-8" standalone="no" ?>\n${element('FinalDraft', root, parts)}\n`;
}

function pageNumbers(): string {
  const spec = {
    alignment: 'Right',
    left: '1.25',
    right: '-1.25',
    first: '0.00',
    before: '0',
    starts: 'No',
  } as ElementRow;
  const label = tag('DynamicLabel', { ...font, Style: '', Type: 'Page #' });
  const dot = `${changeStartTag('<Text>', { ...font, Style: '' })}.</Text>`;
  const header = element('Header', {}, [element('Paragraph', paragraphSpec(spec), [label, dot])]);
  const footer = element('Footer', {}, [tag('Paragraph', paragraphSpec(spec))]);
  const shown = {
    FooterFirstPage: 'No',
    FooterVisible: 'No',
    HeaderFirstPage: 'No',
    HeaderVisible: 'Yes',
    StartingPage: '1',
  };
  return element('HeaderAndFooter', shown, [header, footer]);
}

function pageLayout(): string {
  const margins = { BottomMargin: '72', FooterMargin: '36', HeaderMargin: '36', TopMargin: '72' };
  const breaks = { BreakDialogueAndActionAtSentences: 'Yes', DocumentLeading: 'Normal', UsesSmartQuotes: 'No' };
  const colours = {
    BackgroundColor: '#FFFFFFFFFFFF',
    ForegroundColor: '#000000000000',
    InvisiblesColor: '#808080808080',
  };
  return element('PageLayout', { ...colours, ...margins, ...breaks }, [
    tag('PageSize', { Height: '11.00', Width: '8.50' }),
  ]);
}

function moresAndContinueds(): string {
  const dialogue = {
    AutomaticCharacterContinueds: 'Yes',
    BottomOfPage: 'Yes',
    DialogueBottom: '(MORE)',
    DialogueTop: "(CONT'D)",
    TopOfNext: 'Yes',
  };
  const scene = {
    ContinuedNumber: 'No',
    SceneBottom: '(CONTINUED)',
    SceneBottomOfPage: 'No',
    SceneTop: 'CONTINUED:',
    SceneTopOfNext: 'No',
  };
  return element('MoresAndContinueds', {}, [fontSpec(), tag('DialogueBreaks', dialogue), tag('SceneBreaks', scene)]);
}

function sceneNumberOptions(): string {
  const places = { LeftLocation: '0.75', RightLocation: '7.38', ShowNumbersOnLeft: 'Yes', ShowNumbersOnRight: 'Yes' };
  return element('SceneNumberOptions', places, [fontSpec()]);
}

function revisions(elements: readonly Element[]): string {
  const shown = { ActiveSet: '1', Location: '7.75', RevisionMode: 'No', RevisionsShown: 'All', ShowPageColor: 'Yes' };
  return element('Revisions', shown, setsUpTo(elements).map(writeRevisionSet));
}

function smartType(elements: readonly Element[]): string {
  const cues = elements.filter(({ type }) => type === 'character');
  const headings = elements.filter(({ type }) => type === 'heading').map(({ text }) => parseHeading(text));
  const extensions = cues.flatMap(({ text }) => text.match(/[(（][^()（）]+[)）]/g) ?? []);
  const used = elements.filter(({ type }) => type === 'transition').map(({ text }) => text);
  return element('SmartType', {}, [
    list('Characters', 'Character', cues.map(speakerOf)),
    list('Extensions', 'Extension', [...cueExtensions.en, ...extensions]),
    list('SceneIntros', 'SceneIntro', ['INT', 'EXT', 'I/E'], { Separator: '. ' }),
    list(
      'Locations',
      'Location',
      headings.map(({ location }) => location),
    ),
    list('TimesOfDay', 'TimeOfDay', [...timesOfDay.en, ...headings.map(({ time }) => time)], { Separator: ' - ' }),
    list('Transitions', 'Transition', [...transitions.en, ...used]),
  ]);
}

/** Each thing once, in capitals as far as it has them, in order. */
function list(group: string, item: string, things: readonly string[], values: Values = {}): string {
  const names = new Set(
    things.map((thing) => thing.replace(/\s+/g, ' ').trim().toUpperCase()).filter((thing) => thing !== ''),
  );
  return element(
    group,
    values,
    [...names].map((name) => `<${item}>${escapeXml(name)}</${item}>`),
  );
}
