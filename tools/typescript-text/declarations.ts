import { type DocComment, readDocComment } from './doc-comment.ts';
import { listOf, splitAt, squeezed } from './split.ts';
import { type Statement, statementsOf } from './statements.ts';

/** A member of an interface or class. */
export interface Member {
  readonly name: string;
  readonly optional: boolean;
  /** The parameters and the result of a method. */
  readonly type: string;
  readonly method: boolean;
  readonly doc: DocComment;
}

/** A declaration at the top level of a source. */
export interface Declaration {
  readonly kind: 'const' | 'function' | 'interface' | 'class' | 'type';
  readonly name: string;
  readonly doc: DocComment;
  readonly exported: boolean;
  /** The annotation of a constant, the parameters and result of a function, or the definition of a type. Several for overloads. */
  readonly types: readonly string[];
  /** The value of a constant. */
  readonly value?: string | undefined;
  /** The type parameters, e.g. `<Input, Output>`. */
  readonly parameters: string;
  /** The bases of an interface or class, e.g. `['AwsInput']`. */
  readonly bases: readonly string[];
  readonly members: readonly Member[];
}

const head = /^(export )?(?:declare )?(?:abstract )?(?:async )?(const|function|interface|class|type)\*?\s+([\w$]+)/;

/** Returns the declarations at the top level of a source, in their order. */
export const declarationsOf = (source: string): readonly Declaration[] => {
  const found = new Map<string, Declaration>();
  for (const statement of statementsOf(source)) {
    const declaration = read(statement);
    if (!declaration) continue;
    const before = found.get(`${declaration.kind} ${declaration.name}`);
    // The last of several overloads is the implementation, which is not public.
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
    const [annotation, value = ''] = splitAt(rest, '=');
    const type = annotation.trim() === '' ? typeOfFunction(value) : annotation.replace(/^\s*:/, '');
    return { ...base, types: [squeezed(type)], value: value.trim() };
  }
  if (kind === 'type') {
    const [parameters, type = ''] = splitAt(rest, '=');
    return { ...base, types: [squeezed(withoutComments(type))], parameters: squeezed(parameters) };
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

const member = /^((?:readonly |override |get |async )*)([\w$]*)(\?)?\s*(?=[:(<])/;

const readMember = ({ comment, text }: Statement): Member[] => {
  if (/^(static|private|protected|#|set )/.test(text) || /^(?:override )?constructor\b/.test(text)) return [];
  const [start, marks = '', name, optional] = member.exec(text) ?? [];
  if (start === undefined || name === undefined) return [];
  const getter = marks.includes('get ');
  const rest = text.slice(start.length).replace(/^\(\):/, getter ? ':' : '():');
  const method = !rest.startsWith(':');
  const [type] = method ? splitAt(rest, '{') : splitAt(rest.slice(1), getter ? '{' : '=');
  return [{ name, optional: optional === '?', type: squeezed(type), method, doc: readDocComment(comment) }];
};

/** Returns `(a: A): B` for `async (a: A): B => …`. Returns `undefined` for other values. */
const typeOfFunction = (value: string): string => {
  const [signature, body] = splitAt(value.trim().replace(/^async\s+/, ''), '=>');
  return body !== undefined && /^[(<]/.test(signature) ? signature : '';
};

/** A type without the comments on the members of its object types. */
const withoutComments = (type: string): string => type.replace(/\/\*\*[\s\S]*?\*\//g, '');

const hasBody = (text: string): boolean => splitAt(text, '{')[1] !== undefined;
