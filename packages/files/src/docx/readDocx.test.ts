import { idsFrom } from '@tramline/screenplay';
import { describe, expect, test } from 'vitest';
import { paragraph, run, wordFile } from '../testing/wordFile.ts';
import { readDocx } from './readDocx.ts';

const newId = idsFrom('e');

function read(file: Uint8Array) {
  const result = readDocx(file, { newId });
  if (!result.ok) throw new Error(result.code);
  return result;
}
const outline = (body: string, parts: Record<string, string> = {}) =>
  read(wordFile(body, parts)).recognition.recognised.map(({ element: { type, text, attrs } }) =>
    Object.keys(attrs).length > 0 ? [type, text, attrs] : [type, text],
  );
const style = (id: string, name: string, rest = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`;
const styled = (id: string, text: string) => paragraph(text, `<w:pStyle w:val="${id}"/>`);

describe('other programs’ files', () => {
  test('[DX8] a Chinese writer’s file without styles, with bold headings', () => {
    const body = [
      paragraph('《长夜》', '<w:jc w:val="center"/>'),
      paragraph('编剧：张三'),
      paragraph('第一集'),
      `<w:p>${run('20、卫生间 日 内', '<w:b/>')}</w:p>`,
      paragraph('人物：张三、李四'),
      `<w:p>${run('张三：', '<w:b/>')}${run('（低声）你')}${run('来', '<w:i/>')}${run('了。')}</w:p>`,
      paragraph('△李四走了。', '<w:ind w:firstLine="480"/>'),
      paragraph('李四：好。'),
    ].join('');
    const { recognition } = read(wordFile(body));
    expect(recognition.title.map(({ key, value }) => [key, value])).toEqual([
      ['Title', '长夜'],
      ['Author', '张三'],
    ]);
    expect(outline(body)).toEqual([
      ['section', '第一集', { level: 1 }],
      ['heading', '卫生间 日 内', { number: '20' }],
      ['general', '人物：张三、李四'],
      ['character', '张三'],
      ['parenthetical', '（低声）'],
      ['dialogue', '你来了。'],
      ['action', '李四走了。'],
      ['character', '李四'],
      ['dialogue', '好。'],
    ]);
    expect(recognition.recognised[5]!.element.marks).toEqual([{ type: 'italic', from: 1, to: 2 }]);
  });

  test('[DX8] styles of Final Draft and of templates map by name', () => {
    const styles = [
      style('a1', 'Scene Heading'),
      style('a2', 'Action'),
      style('a3', 'Character'),
      style('a4', 'Parenthetical'),
      style('a5', 'Dialogue'),
      style('a6', '对白'),
      style('a7', '场景标题'),
    ].join('');
    const body = [
      styled('a1', '12 INT. ROOF - DAY'),
      styled('a2', 'BOB WAITS.'),
      styled('a3', 'Bob'),
      styled('a4', '(low)'),
      styled('a5', 'Hi.'),
      styled('a7', '3、家 日 内'),
      styled('a6', '张三：（笑）好。'),
    ].join('');
    expect(outline(body, { styles })).toEqual([
      ['heading', 'INT. ROOF - DAY', { number: '12' }],
      ['action', 'BOB WAITS.'],
      ['character', 'Bob'],
      ['parenthetical', '(low)'],
      ['dialogue', 'Hi.'],
      ['heading', '家 日 内', { number: '3' }],
      ['character', '张三'],
      ['parenthetical', '（笑）'],
      ['dialogue', '好。'],
    ]);
  });

  test('[DX8] without styles, indents are columns', () => {
    const at = (text: string, left: number) => paragraph(text, `<w:ind w:left="${left}"/><w:spacing w:before="0"/>`);
    const body = [
      at('INT. HOUSE - DAY', 0),
      at('Bob waits.', 0),
      at('BOB', 2880),
      at('(low)', 2160),
      at('Hi.', 1440),
      at('He goes.', 0),
    ].join('');
    expect(outline(body).map(([type]) => type)).toEqual([
      ...['heading', 'action', 'character', 'parenthetical', 'dialogue', 'action'],
    ]);
  });

  test('[DX9] automatic numbers of a list are scene numbers, in the order of the document', () => {
    const numbering = `<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="20"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1-%2"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:start w:val="12"/><w:lvlText w:val="第%1场"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>`;
    const listed = (text: string, num: number, level = 0) =>
      paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr>`);
    const body = [
      listed('卫生间 日 内', 1),
      paragraph('张三：好。'),
      listed('街 夜 外', 1),
      paragraph('张三：走。'),
      listed('街 夜 外', 1, 1),
      listed('家 日 内', 2),
    ].join('');
    expect(outline(body, { numbering }).filter(([type]) => type === 'heading')).toEqual([
      ['heading', '卫生间 日 内', { number: '20' }],
      ['heading', '街 夜 外', { number: '21' }],
      ['heading', '街 夜 外', { number: '21-1' }],
      ['heading', '家 日 内', { number: '12' }],
    ]);
  });
});

describe('words in odd places', () => {
  const text = (body: string, parts: Record<string, string> = {}) =>
    read(wordFile(body, parts)).recognition.recognised.map((r) => r.element.text);

  test('[DX10] tracked deletions are left out, insertions kept; a deleted paragraph end joins', () => {
    const body =
      '<w:p><w:r><w:t>a </w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r><w:r><w:t>gone</w:t></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>' +
      '<w:p><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>here</w:t></w:r></w:moveTo></w:p>' +
      '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>one </w:t></w:r></w:p><w:p><w:r><w:t>two</w:t></w:r></w:p>';
    expect(text(body)).toEqual(['a new', 'here', 'one two']);
  });

  test('[DX10] tables, text boxes, content controls, links, fields and formulas', () => {
    const body =
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell one</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>cell two</w:t></w:r></w:p></w:tc></w:tr></w:tbl>' +
      '<w:p><w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>around it</w:t></w:r></w:p>' +
      '<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>a link</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t> and control</w:t></w:r></w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>' +
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Monday</w:t></w:r></w:p>' +
      '<w:p><w:oMath><w:r><w:t>x+y</w:t></w:r></w:oMath></w:p>';
    expect(text(body)).toEqual([
      'cell one',
      'cell two',
      'in a box',
      'around it',
      'a link and control',
      'Monday',
      'x+y',
    ]);
  });

  test('[DX10] a fallback without a choice is read', () => {
    const box = '<mc:AlternateContent><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent>';
    expect(text(`<w:p><w:r>${box}</w:r></w:p>`)).toEqual(['old']);
  });

  test('[DX11] tabs, breaks, hyphens, symbols', () => {
    const body =
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c\u00add</w:t><w:softHyphen/><w:sym w:char="2605"/></w:r></w:p>' +
      '<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:br w:type="page"/><w:t>three</w:t></w:r></w:p>';
    expect(outline(body)).toEqual([
      ['action', 'a\tb-cd★'],
      ['action', 'one'],
      ['action', 'two'],
      ['action', 'three', { startsNewPage: true }],
    ]);
  });

  test('[DX12] footnotes, endnotes and comments are notes behind their element', () => {
    const body =
      '<w:p><w:r><w:t>First.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p><w:p><w:r><w:t>Second.</w:t></w:r></w:p>';
    const footnotes =
      '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t> A source.</w:t></w:r></w:p><w:p><w:r><w:t>More.</w:t></w:r></w:p></w:footnote>';
    const comments = '<w:comment w:id="0"><w:p><w:r><w:t>Check</w:t></w:r></w:p></w:comment>';
    expect(outline(body, { footnotes, comments })).toEqual([
      ['action', 'First.'],
      ['note', 'A source.\nMore.'],
      ['note', 'Check'],
      ['action', 'Second.'],
    ]);
    expect(read(wordFile(body, { footnotes })).recognition.recognised.map((r) => r.element.id)).toEqual([
      'e0',
      'e1',
      'e2',
    ]);
  });

  test('[DX12] words of headers and footers are listed as dropped', () => {
    const file = wordFile(paragraph('x'), { header1: paragraph('THE LONG NIGHT'), footer1: paragraph('12') });
    expect(read(file).recognition.dropped.map((d) => [d.reason, d.text])).toEqual([['pageHeader', 'THE LONG NIGHT']]);
  });

  test('[DX8] looks come from styles and what they are based on; rings of styles end', () => {
    const styles =
      style('base', 'Base', '<w:basedOn w:val="own"/><w:pPr><w:jc w:val="center"/></w:pPr>') +
      style('own', 'Own', '<w:basedOn w:val="base"/><w:rPr><w:caps/></w:rPr>') +
      '<w:style w:type="character" w:styleId="em"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>';
    const { lines } = read(
      wordFile(
        `<w:p><w:pPr><w:pStyle w:val="own"/></w:pPr>${run('x', '<w:rStyle w:val="em"/><w:b w:val="0"/>')}</w:p>`,
        { styles },
      ),
    );
    expect(lines).toEqual([
      { style: 'Own', align: 'center', isCaps: true, text: 'x', marks: [{ type: 'italic', from: 0, to: 1 }] },
    ]);
  });
});
