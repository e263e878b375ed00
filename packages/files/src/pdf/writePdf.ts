/** PDF out: the pages of the editor as vector text. Rules: SPEC.md PF. */
import type { PdfOptions, PrintedScript, WrittenPdf } from './pdfOptions.ts';

/**
 * Prints a script: exactly the rows of `drawPage` over the page table of the profile and locks, so that paper and editor
 * cannot differ; title page, numbers, revision marks, watermark and outline around them. Fonts are embedded as subsets and
 * every character can be copied. Without a profile: the domestic page for a language that begins with `zh`, else US Letter.
 * Refused is only a selection of nothing. Throws what `readFont` throws.
 */
export async function writePdf(script: PrintedScript, options: PdfOptions): Promise<WrittenPdf> {
  // The libraries and fonts are large: a process that prints nothing never loads them.
  const { printPdf } = await import('./printPdf.ts');
  return printPdf(script, options);
}
