/** Numbers for tagged words, and what the file must say about new ones. */
import type { Element } from '@tramline/screenplay';
import type { FdxDocument } from '../fdxDocument.ts';
import { escapeXml, type SourceEdit } from '../xml/charData.ts';
import { childOf, type XmlNode } from '../xml/readXml.ts';
import { changeStartTag } from '../xml/startTag.ts';

/** Gives every tagged thing a number, and remembers those that the file does not know. */
export class TagBook {
  private readonly numbers = new Map<string, string>();
  private readonly added = new Map<string, string>();
  private readonly origin: FdxDocument;
  private last: number | undefined;

  constructor(origin: FdxDocument) {
    this.origin = origin;
    for (const [number, definition] of origin.layout.tagDefinitions)
      if (!this.numbers.has(definition)) this.numbers.set(definition, number);
  }

  /** The number for words tagged with a definition. A definition that is itself a number without meaning is that number. */
  numberOf(definition: string): string {
    const known = this.numbers.get(definition);
    if (known !== undefined) return known;
    const isBare = /^[1-9]\d*$/.test(definition) && !this.origin.layout.tagDefinitions.has(definition);
    const number = isBare ? definition : String(this.nextNumber());
    this.numbers.set(definition, number);
    if (!isBare) this.added.set(definition, number);
    return number;
  }

  private nextNumber(): number {
    this.last ??= lastTagNumber(this.origin);
    return ++this.last;
  }

  /** The edits that add new tags to the file. A definition is called by the first words tagged with it. */
  edits(elements: readonly Element[]): SourceEdit[] {
    if (this.added.size === 0) return [];
    const { layout, tags } = this.origin;
    const known = new Set(tags.definitions.map(({ id }) => id));
    const labels = labelsOf(elements);
    const category = tags.categories.find(({ name }) => name === 'Notes') ?? tags.categories[0];
    const definitions = [...this.added.keys()].filter((id) => !known.has(id));
    const groups: readonly Group[] = [
      {
        name: 'TagCategories',
        items: category
          ? []
          : [
              tagOf('TagCategory', {
                Color: '#808080808080',
                Id: categoryId,
                Name: 'Tags',
                Number: '1',
                Style: 'Bold',
              }),
            ],
      },
      {
        name: 'TagDefinitions',
        items: definitions.map((Id) =>
          tagOf('TagDefinition', { CatId: category?.id ?? categoryId, Id, Label: labels.get(Id) ?? Id }),
        ),
      },
      {
        name: 'Tags',
        items: [...this.added].map(
          ([id, number]) => `${changeStartTag('<Tag>', { Number: number })}${definition(id)}</Tag>`,
        ),
      },
    ];
    return addGroups(
      this.origin.source,
      layout.root,
      groups.filter(({ items }) => items.length > 0),
    );
  }
}

const categoryId = 'tags';

interface Group {
  readonly name: string;
  readonly items: readonly string[];
}

const tagOf = (name: string, attributes: Readonly<Record<string, string>>) => changeStartTag(`<${name}/>`, attributes);
const definition = (id: string) => `<DefId>${escapeXml(id)}</DefId>`;

function lastTagNumber({ source, layout }: FdxDocument): number {
  const used = [...source.matchAll(/TagNumber\s*=\s*["'](\d{1,9})/g)].map((match) => Number(match[1]));
  const named = [...layout.tagDefinitions.keys()].map(Number).filter(Number.isSafeInteger);
  return [...used, ...named].reduce((a, b) => Math.max(a, b), 0);
}

function labelsOf(elements: readonly Element[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const { text, marks = [] } of elements)
    for (const { type, value, from, to } of marks)
      if (type === 'tag' && value && !labels.has(value)) labels.set(value, text.slice(from, to));
  return labels;
}

/** Puts items at the end of groups of `TagData`, with the groups and `TagData` itself where they are missing. */
function addGroups(source: string, root: XmlNode, groups: readonly Group[]): SourceEdit[] {
  const tagData = childOf(root, 'TagData');
  const whole = ({ name, items }: Group) => `<${name}>\n${items.join('\n')}\n</${name}>\n`;
  if (tagData === undefined || tagData.closeFrom === tagData.to) {
    const at = tagData ?? { from: root.closeFrom, to: root.closeFrom };
    return [{ from: at.from, to: at.to, text: `<TagData>\n${groups.map(whole).join('')}</TagData>\n` }];
  }
  return groups.map((group) => {
    const node = childOf(tagData, group.name);
    if (node === undefined) return { from: tagData.closeFrom, to: tagData.closeFrom, text: whole(group) };
    if (node.closeFrom === node.to) return { from: node.from, to: node.to, text: whole(group).trimEnd() };
    const at = node.closeFrom - /\s*$/.exec(source.slice(node.openTo, node.closeFrom).slice(-200))![0].length;
    return { from: at, to: at, text: `\n${group.items.join('\n')}` };
  });
}
