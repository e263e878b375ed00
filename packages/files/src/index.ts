export { type ReadText, readText } from './text/readText.ts';
export { type HtmlOptions, writeHtml } from './text/writeHtml.ts';
export { type TextOptions, writeText } from './text/writeText.ts';
