/** Prints scene numbers beside headings by a style sheet of rules, one per heading: the words' own tree stays untouched. */
import type { SceneView } from '../workspace/model/workspaceModel.ts';

/** A text as a CSS string. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\a ')}"`;
}

/** The rules: in Chinese `12、` stands before the heading, in English `12` in both margins. */
export function sceneNumberRules(scenes: readonly Pick<SceneView, 'id' | 'number'>[], language: 'en' | 'zh'): string {
  return scenes
    .map(({ id, number }) => {
      const heading = `.script>[data-id=${cssString(id)}]`;
      if (language === 'zh') return `${heading}::before{content:${cssString(`${number}、`)}}`;
      return `${heading}::before,${heading}::after{content:${cssString(number)}}`;
    })
    .join('\n');
}

/** Keeps the rules on the page up to date; a security policy against inline styles does not mind. Returns how to stop. */
export function showSceneNumbers(
  language: 'en' | 'zh',
  read: () => readonly SceneView[],
  subscribe: (l: () => void) => () => void,
): () => void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  let shown: string | undefined;
  const show = (): void => {
    const rules = sceneNumberRules(read(), language);
    if (rules === shown) return;
    shown = rules;
    sheet.replaceSync(rules);
  };
  show();
  const stop = subscribe(show);
  return () => {
    stop();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
