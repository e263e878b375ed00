/** Word files made of XML by hand, for tests. */
import { strToU8, zipSync } from 'fflate';

const spaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps" xmlns:v="urn:v"';

/** A file with this body and these other parts (`styles`, `numbering`, `footnotes`, …), each without its root element. */
export function wordFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const roots: Readonly<Record<string, string>> = { styles: 'styles', numbering: 'numbering', comments: 'comments' };
  const others = Object.entries(parts).map(([name, xml]) => {
    const root =
      roots[name] ??
      name
        .replace(/\d+$/, '')
        .replace(/^header$/, 'hdr')
        .replace(/^footer$/, 'ftr');
    return [`word/${name}.xml`, part(root, xml)] as const;
  });
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(others),
  });
}

const part = (root: string, xml: string) => strToU8(`<?xml version="1.0"?><w:${root} ${spaces}>${xml}</w:${root}>`);

/** A paragraph; `properties` go into its `pPr`. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;
}

/** A run; `properties` go into its `rPr`. */
export function run(text: string, properties = ''): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escaped}</w:t></w:r>`;
}
