import { listOf, splitAt } from '../typescript-text/split.ts';
import { endOfBrackets } from '../typescript-text/tokens.ts';

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
  const [, name = type, inner = ''] = /^([\w$]+)<([\s\S]*)>$/.exec(type) ?? [];
  return [name, ...listOf(inner)];
};

/** Parameters and result of a function as its callers see them: no defaults, no destructuring. */
export const callerSignature = (type: string): string => {
  const start = type.startsWith('<') ? endOfGeneric(type) : 0;
  const end = endOfBrackets(type, start);
  const parameters = listOf(type.slice(start + 1, end - 1)).map(callerParameter);
  return `${type.slice(0, start)}(${parameters.join(', ')})${type.slice(end)}`;
};

const callerParameter = (parameter: string): string => {
  const [declared, fallback] = splitAt(parameter, '=');
  const [pattern, annotation = typeOfLiteral(fallback ?? '')] = splitAt(declared, ':');
  const type = annotation.trim();
  const name = pattern.trim().startsWith('{') ? nameFor(type) : pattern.trim().replace(/\?$/, '');
  const optional = fallback !== undefined || pattern.trim().endsWith('?');
  return `${name}${optional && !name.startsWith('...') ? '?' : ''}: ${type}`;
};

const typeOfLiteral = (value: string): string => {
  if (/^\s*['"`]/.test(value)) return 'string';
  if (/^\s*(true|false)\b/.test(value)) return 'boolean';
  return /^\s*\d/.test(value) ? 'number' : 'unknown';
};

/** A name for what the function takes apart at once. */
const nameFor = (type: string): string => {
  const last = /(Options|Input|Details|Declaration)\b/.exec(type)?.[1] ?? 'value';
  return last.toLowerCase();
};

/** `<A>(a: A): B` after its type parameters. */
const endOfGeneric = (type: string): number => {
  let depth = 0;
  for (let at = 0; at < type.length; at++) {
    if (type[at] === '<') depth++;
    if (type[at] === '>' && type[at - 1] !== '=') depth--;
    if (depth === 0) return at + 1;
  }
  return 0;
};
