import type { ParseResult } from 'oxc-parser';

import type { DocComment } from './doc-comment.ts';
import type { Member } from './members.ts';
import { readDeclarations } from './read-declarations.ts';
import { sourceText } from './source-text.ts';
import { parseSource } from './syntax.ts';

/** A declaration at the top level of a source. */
export interface Declaration {
  readonly kind: 'const' | 'function' | 'interface' | 'class' | 'type';
  readonly name: string;
  readonly doc: DocComment;
  /** The annotation of a constant, the parameters and result of a function, or the definition of a type. Several for overloads. */
  readonly types: readonly string[];
  /** The elements of a constant list: `["'a'", "'b'"]` for `['a', 'b'] as const`. */
  readonly values?: readonly string[] | undefined;
  /** The names of the type parameters of a type, interface or class, e.g. `['Input', 'Output']`. */
  readonly parameters: readonly string[];
  /** The bases of an interface or class, e.g. `['AwsInput']`. */
  readonly bases: readonly string[];
  readonly members: readonly Member[];
}

/** Returns the declarations at the top level of a source, in their order. */
export const declarationsOf = (
  source: string,
  { program, comments }: ParseResult = parseSource('source.ts', source),
): readonly Declaration[] => {
  const texts = sourceText(source, comments);
  const found = new Map<string, Declaration>();
  for (const statement of program.body) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    for (const read of declared ? readDeclarations(declared, texts) : []) {
      const declaration = { parameters: [], bases: [], members: [], ...read, doc: texts.docOf(statement) };
      const key = `${read.kind} ${read.name}`;
      const before = found.get(key);
      found.set(key, before ? joined(before, declaration, declared?.type === 'FunctionDeclaration') : declaration);
    }
  }
  return [...found.values()];
};

/** Joins overloads. The last one is the implementation, which is not public. */
const joined = (before: Declaration, next: Declaration, isImplementation: boolean): Declaration => ({
  ...next,
  doc: before.doc.text ? before.doc : next.doc,
  types: isImplementation ? before.types : [...before.types, ...next.types],
});
