/** Finds, in the web app's sources, which messages are used and which words stand in the markup without being a message. */
import ts from 'typescript';

/** A use of messages. `pattern` matches whole keys, or their ends when the translator came in as an argument. */
export interface MessageUse {
  readonly pattern: RegExp;
  /** The namespace is known, so that some message must match. */
  readonly isPlaced: boolean;
  /** The key as it stands in the source, and where. */
  readonly written: string;
  readonly at: string;
  /** The whole key is in the source, so that it must exist. */
  readonly isExact: boolean;
}

/** Words in the markup that no translation can reach. */
export interface BareWords {
  readonly words: string;
  readonly at: string;
}

const MAKERS = new Set(['useTranslations', 'getTranslations']);
const SPOKEN_ATTRIBUTES = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'words', 'lead']);
const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function namespaceOf(maker: ts.Expression | undefined): string | undefined {
  if (maker && (ts.isAwaitExpression(maker) || ts.isParenthesizedExpression(maker)))
    return namespaceOf(maker.expression);
  if (!maker || !ts.isCallExpression(maker) || !ts.isIdentifier(maker.expression)) return undefined;
  const [argument] = maker.arguments;
  return MAKERS.has(maker.expression.text) && argument && ts.isStringLiteral(argument) ? argument.text : undefined;
}

/** The declaration of a name that a node sees: the nearest one in an enclosing block or function. */
function declarationOf(name: string, from: ts.Node): ts.VariableDeclaration | ts.ParameterDeclaration | undefined {
  for (let scope: ts.Node | undefined = from; scope; scope = scope.parent) {
    if (ts.isFunctionLike(scope)) {
      const parameter = scope.parameters.find((one) => bindsName(one.name, name));
      if (parameter) return parameter;
    }
    if (!ts.isBlock(scope) && !ts.isSourceFile(scope)) continue;
    for (const statement of scope.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      const found = statement.declarationList.declarations.find((one) => bindsName(one.name, name));
      if (found) return found;
    }
  }
  return undefined;
}

function bindsName(binding: ts.BindingName, name: string): boolean {
  if (ts.isIdentifier(binding)) return binding.text === name;
  return binding.elements.some((element) => ts.isBindingElement(element) && bindsName(element.name, name));
}

/** The keys, as patterns, that the first argument of a translator can be. What is not written down matches everything. */
function patternsOf(key: ts.Expression): readonly { pattern: string; written: string; isExact: boolean }[] {
  if (ts.isParenthesizedExpression(key) || ts.isAsExpression(key) || ts.isSatisfiesExpression(key)) {
    return patternsOf(key.expression);
  }
  if (ts.isStringLiteralLike(key)) return [{ pattern: escapePattern(key.text), written: key.text, isExact: true }];
  if (ts.isConditionalExpression(key)) return [...patternsOf(key.whenTrue), ...patternsOf(key.whenFalse)];
  if (ts.isTemplateExpression(key)) {
    const rest = key.templateSpans.map((span) => `.+${escapePattern(span.literal.text)}`).join('');
    return [{ pattern: `${escapePattern(key.head.text)}${rest}`, written: key.getText(), isExact: false }];
  }
  return [{ pattern: '.+', written: key.getText(), isExact: false }];
}

/** Whether a text holds words: two letters in a row that are no entity. */
const isSpoken = (text: string) => /\p{L}{2}/u.test(text.replace(/&#?\w+;/g, ''));

/** Key caps carry what is printed on the key. */
const isKeyCap = (element: ts.Node) =>
  ts.isJsxElement(element) && /^kbd$/i.test(element.openingElement.tagName.getText());

/** Which translator a call is made on: its namespace, `unknown` when it came in as an argument, nothing when it is no translator. */
function translatorOf(called: ts.Expression): { namespace?: string } | undefined {
  if (ts.isPropertyAccessExpression(called) && ['rich', 'markup', 'raw', 'has'].includes(called.name.text)) {
    return translatorOf(called.expression);
  }
  if (ts.isParenthesizedExpression(called)) {
    const namespace = namespaceOf(called);
    return namespace === undefined ? undefined : { namespace };
  }
  if (!ts.isIdentifier(called)) return undefined;
  const declaration = declarationOf(called.text, called);
  const namespace =
    declaration && ts.isVariableDeclaration(declaration) ? namespaceOf(declaration.initializer) : undefined;
  if (namespace !== undefined) return { namespace };
  return declaration && ts.isParameter(declaration) && /^(t|translate)$/.test(called.text) ? {} : undefined;
}

/** Reads one source file. */
export function readMessageUses(path: string, text: string): { uses: MessageUse[]; bare: BareWords[] } {
  const file = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const uses: MessageUse[] = [];
  const bare: BareWords[] = [];
  const at = (node: ts.Node) => `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const translator = translatorOf(node.expression);
      const [key] = node.arguments;
      for (const { pattern, written, isExact } of translator && key ? patternsOf(key) : []) {
        const { namespace } = translator ?? {};
        const start = namespace === undefined ? '\\.' : `^${escapePattern(namespace)}\\.`;
        const name = namespace === undefined ? written : `${namespace}.${written}`;
        const isPlaced = namespace !== undefined;
        uses.push({ pattern: new RegExp(`${start}${pattern}$`), isPlaced, written: name, isExact, at: at(node) });
      }
    }
    if (ts.isJsxText(node) && isSpoken(node.text) && !isKeyCap(node.parent))
      bare.push({ words: node.text.trim(), at: at(node) });
    if (ts.isJsxAttribute(node) && SPOKEN_ATTRIBUTES.has(node.name.getText())) {
      const value = node.initializer;
      if (value && ts.isStringLiteral(value) && isSpoken(value.text)) bare.push({ words: value.text, at: at(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { uses, bare };
}
