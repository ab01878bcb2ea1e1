import ts from 'typescript';
import type { SourceFile } from './source-files.ts';

/** One call of a reader's `t` whose key is written out. */
export interface MessageCall {
  readonly place: string;
  readonly key: string;
  /** Names of the values given; undefined when they cannot be told from the text. */
  readonly values: readonly string[] | undefined;
}

/** What source files say about messages. */
export interface MessageUses {
  readonly calls: readonly MessageCall[];
  /** Every string in the sources: keys also travel in tables and properties. */
  readonly strings: ReadonlySet<string>;
  /** Keys put together from parts, such as `type.${name}`. `isCall`: given to `t` directly. */
  readonly patterns: readonly { readonly place: string; readonly pattern: RegExp; readonly isCall: boolean }[];
}

const isTranslate = (callee: ts.Expression): boolean =>
  (ts.isIdentifier(callee) && callee.text === 't') ||
  (ts.isPropertyAccessExpression(callee) && callee.name.text === 't');

function valueNames(values: ts.Expression | undefined): string[] | undefined {
  if (values === undefined) return [];
  if (!ts.isObjectLiteralExpression(values)) return undefined;
  const names = values.properties.map((property) =>
    property.name && ts.isIdentifier(property.name) ? property.name.text : undefined,
  );
  return names.every((name) => name !== undefined) ? names : undefined;
}

/** `a.${x}.b` as a pattern, or undefined when it does not begin like a key: a word and a dot. */
function patternOf(template: ts.TemplateExpression): RegExp | undefined {
  if (!/^[a-z][A-Za-z]*\.(?:[A-Za-z.-]*)$/.test(template.head.text)) return undefined;
  const parts = [template.head.text, ...template.templateSpans.map((span) => span.literal.text)];
  return new RegExp(`^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('.+')}$`);
}

/** Reads every use of messages out of source files. */
export function findMessageUses(files: readonly SourceFile[]): MessageUses {
  const calls: MessageCall[] = [];
  const strings = new Set<string>();
  const patterns: { place: string; pattern: RegExp; isCall: boolean }[] = [];
  for (const { path, text } of files) {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      const place = `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
      if (ts.isStringLiteralLike(node)) strings.add(node.text);
      if (ts.isTemplateExpression(node)) {
        const pattern = patternOf(node);
        const isCall = ts.isCallExpression(node.parent) && isTranslate(node.parent.expression);
        if (pattern) patterns.push({ place, pattern, isCall });
      }
      if (ts.isCallExpression(node) && isTranslate(node.expression)) {
        const [key, values] = node.arguments;
        if (key && ts.isStringLiteralLike(key)) calls.push({ place, key: key.text, values: valueNames(values) });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { calls, strings, patterns };
}
