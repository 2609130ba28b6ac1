import type { Expression, ParamPattern, Span } from 'oxc-parser';

import { parseSignature, parseType } from '../typescript/type-text.ts';

/** Finds where a type is documented, e.g. `core.md#calloptions`. */
export type LinkTo = (name: string) => string | undefined;

/** A type as code whose known names are links: `` `readonly` [`Instance`](#instance)`[]` ``. */
export const linkedCode = (type: string, linkTo: LinkTo): string => {
  const pieces: { text: string; link: string | undefined }[] = [];
  for (const text of type.split(/\b([A-Z]\w*)\b/)) {
    const link = /^[A-Z]\w*$/.test(text) ? linkTo(text) : undefined;
    const last = pieces.at(-1);
    if (last && last.link === undefined && link === undefined) last.text += text;
    else pieces.push({ text, link });
  }
  return pieces.map(({ text, link }) => (link === undefined ? code(text) : `[\`${text}\`](${link})`)).join('');
};

/** Code with its outer blanks outside, where Markdown keeps them. */
const code = (text: string): string => (text.trim() === '' ? text : text.replace(/^(\s*)(.*?)(\s*)$/s, '$1`$2`$3'));

/** A text for a cell of a table. */
export const inCell = (text: string): string => text.replace(/\n+/g, ' ').replaceAll('|', '\\|');

/** A type without what only says that a member may be left out. */
export const withoutUndefined = (type: string, optional: boolean): string =>
  optional ? type.replace(/ \| undefined$/, '') : type;

/** `Operation<string | A, B>` as its name and its arguments. */
export const typeArguments = (type: string): readonly [name: string, ...parameters: string[]] => {
  const { node, textOf } = parseType(type) ?? {};
  if (node?.type !== 'TSTypeReference' || !node.typeArguments || !textOf) return [type];
  return [textOf(node.typeName), ...node.typeArguments.params.map(textOf)];
};

/** The alternatives of a type: `A | B` is `['A', 'B']`. */
export const alternativesOf = (type: string): readonly string[] => partsOf(type, 'TSUnionType');

/** What a type joins: `A & B` is `['A', 'B']`. */
export const intersectedIn = (type: string): readonly string[] => partsOf(type, 'TSIntersectionType');

const partsOf = (type: string, kind: 'TSUnionType' | 'TSIntersectionType'): readonly string[] => {
  const { node, textOf } = parseType(type) ?? {};
  return node?.type === kind && textOf ? node.types.map(textOf) : [type].filter(Boolean);
};

/** A function as its callers see it: no defaults, no destructuring. */
export interface CallerSignature {
  /** e.g. `<A>(value: A, options?: Options): Promise<A>`. */
  readonly text: string;
  /** e.g. `['value: A', 'options?: Options']`. */
  readonly parameters: readonly string[];
  readonly result: string;
}

/** Reads the parameters and the result of a function: `({ a }: Options = {}): B`, or the type `(a: A) => B`. */
export const callerSignature = (type: string): CallerSignature => {
  const { node, textOf } = parseSignature(type) ?? missing(type);
  const parameters = node.params.map((parameter) => callerParameter(parameter, textOf));
  const result = node.returnType ? textOf(node.returnType.typeAnnotation) : '';
  const generic = node.typeParameters ? textOf(node.typeParameters) : '';
  return { text: `${generic}(${parameters.join(', ')})${result && `: ${result}`}`, parameters, result };
};

const missing = (type: string): never => {
  throw new Error(`${type} is not the signature of a function`);
};

const callerParameter = (parameter: ParamPattern, textOf: (node: Span) => string): string => {
  const fallback = parameter.type === 'AssignmentPattern' ? parameter.right : undefined;
  const pattern = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  const annotation = pattern.type === 'TSParameterProperty' ? undefined : pattern.typeAnnotation;
  const type = annotation ? textOf(annotation.typeAnnotation) : typeOfLiteral(fallback);
  const named = { start: pattern.start, end: annotation?.start ?? pattern.end };
  return `${pattern.type === 'ObjectPattern' ? nameFor(type) : textOf(named)}${fallback ? '?' : ''}: ${type}`;
};

const typeOfLiteral = (value: Expression | undefined): string => {
  if (value?.type === 'TemplateLiteral') return 'string';
  return value?.type === 'Literal' ? typeof value.value : 'unknown';
};

/** A name for what the function takes apart at once. */
const nameFor = (type: string): string => {
  const last = /(Options|Input|Details|Declaration)\b/.exec(type)?.[1] ?? 'value';
  return last.toLowerCase();
};
