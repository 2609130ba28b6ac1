import { type DocComment, readDocComment } from './doc-comment.ts';
import { type Statement, statementsOf } from './statements.ts';
import { depthOf, tokensOf } from './tokens.ts';

/** A member of an interface or class. */
export interface Member {
  readonly name: string;
  readonly optional: boolean;
  /** Of a method: parameters and result. */
  readonly type: string;
  readonly method: boolean;
  readonly doc: DocComment;
}

/** Something that a source declares at its top level. */
export interface Declaration {
  readonly kind: 'const' | 'function' | 'interface' | 'class' | 'type';
  readonly name: string;
  readonly doc: DocComment;
  readonly exported: boolean;
  /** A constant's annotation, a function's parameters and result, what a type stands for; of overloads, all. */
  readonly types: readonly string[];
  /** A constant's value. */
  readonly value?: string | undefined;
  /** e.g. `<Input, Output>`. */
  readonly parameters: string;
  /** What an interface or class extends, e.g. `['AwsInput']`. */
  readonly bases: readonly string[];
  readonly members: readonly Member[];
}

const head = /^(export )?(?:declare )?(?:abstract )?(?:async )?(const|function|interface|class|type)\*?\s+([\w$]+)/;

/** What a source declares at its top level, in order. */
export const declarationsOf = (source: string): readonly Declaration[] => {
  const found = new Map<string, Declaration>();
  for (const statement of statementsOf(source)) {
    const declaration = read(statement);
    if (!declaration) continue;
    const before = found.get(`${declaration.kind} ${declaration.name}`);
    // The last of several overloads is the implementation, which no caller sees.
    const overloads = before && declaration.kind === 'function' && hasBody(statement.text) ? before.types : undefined;
    found.set(`${declaration.kind} ${declaration.name}`, {
      ...declaration,
      doc: before?.doc.text ? before.doc : declaration.doc,
      types: overloads ?? [...(before?.types ?? []), ...declaration.types],
    });
  }
  return [...found.values()];
};

const read = ({ comment, text }: Statement): Declaration | undefined => {
  const [start, exported, kind, name] = head.exec(text) ?? [];
  if (start === undefined || kind === undefined || name === undefined) return undefined;
  const base = {
    kind: kind as Declaration['kind'],
    name,
    doc: readDocComment(comment),
    exported: exported !== undefined,
    parameters: '',
    bases: [],
    members: [],
  };
  const rest = text.slice(start.length);
  if (kind === 'const') {
    const [annotation, value] = splitAt(rest, '=');
    return { ...base, types: [squeezed(annotation.replace(/^\s*:/, ''))], value };
  }
  if (kind === 'type') {
    const [parameters, type = ''] = splitAt(rest, '=');
    return { ...base, types: [squeezed(type)], parameters: squeezed(parameters) };
  }
  if (kind === 'function') return { ...base, types: [squeezed(splitAt(rest, '{')[0])] };
  const [before, after = ''] = splitAt(rest, '{');
  const [parameters, bases] = before.split(/\bextends\b(?![^<]*>)/);
  return {
    ...base,
    types: [],
    parameters: squeezed((parameters ?? '').replace(/\bimplements\b.*$/s, '')),
    bases: bases === undefined ? [] : listOf(bases.replace(/\bimplements\b.*$/s, '')),
    members: statementsOf(after.replace(/\}\s*$/, '')).flatMap(readMember),
  };
};

const member = /^(?:readonly |override |get )*([\w$]+)(\?)?\s*(?=[:(<])/;

const readMember = ({ comment, text }: Statement): Member[] => {
  if (/^(static|private|protected|#|set )/.test(text) || /^(?:override )?constructor\b/.test(text)) return [];
  const [start, name, optional] = member.exec(text) ?? [];
  if (start === undefined || name === undefined) return [];
  const rest = text.slice(start.length);
  const doc = readDocComment(comment);
  const method = !rest.startsWith(':');
  const type = method ? splitAt(rest, '{')[0] : splitAt(rest.slice(1), '=')[0];
  return [{ name, optional: optional === '?', type: squeezed(type), method, doc }];
};

const hasBody = (text: string): boolean => splitAt(text, '{')[1] !== undefined;

/** Cuts a text at the first such mark that stands outside of brackets. */
export const splitAt = (text: string, mark: string): readonly [string, string?] => {
  let depth = 0;
  let angles = 0;
  for (const token of tokensOf(text)) {
    if (token.text === mark && depth === 0 && angles <= 0) return [text.slice(0, token.start), text.slice(token.end)];
    depth += depthOf(token);
    if (depth === 0 && token.text === '<') angles++;
    if (depth === 0 && token.text === '>') angles--;
  }
  return [text];
};

/** A comma-separated list that stands outside of brackets. */
export const listOf = (text: string): readonly string[] => {
  const [first, rest] = splitAt(text, ',');
  return [squeezed(first), ...(rest === undefined ? [] : listOf(rest))].filter(Boolean);
};

/** A type on one line. */
export const squeezed = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^\| /, '')
    .replace(/([(<[]) (?=\S)/g, '$1')
    .replace(/,? ([)\]>])/g, '$1')
    .replace(/,(\))/g, '$1');
