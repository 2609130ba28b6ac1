import { type Function, parseSync, type Span, type Statement, type TSFunctionType, type TSType } from 'oxc-parser';

import { squeezed } from './source-text.ts';

/** A parsed text: its node, and the texts of the nodes below it. */
export interface Parsed<Node> {
  readonly node: Node;
  readonly textOf: (node: Span) => string;
}

/** Parses the text of a type: `Operation<string | A, B>`. Returns `undefined` for another text, e.g. a signature. */
export const parseType = (text: string): Parsed<TSType> | undefined =>
  parsed(`type T = ${text}`, (statement) =>
    statement?.type === 'TSTypeAliasDeclaration' ? statement.typeAnnotation : undefined,
  );

/** Parses the parameters and the result of a function: `(a: A): B`, or the type `(a: A) => B`. */
export const parseSignature = (text: string): Parsed<Function | TSFunctionType> | undefined => {
  const type = parseType(text);
  if (type?.node.type === 'TSFunctionType') return { ...type, node: type.node };
  return parsed(`function f${text} {}`, (statement) =>
    statement?.type === 'FunctionDeclaration' ? statement : undefined,
  );
};

const parsed = <Node>(
  source: string,
  find: (statement: Statement | undefined) => Node | undefined,
): Parsed<Node> | undefined => {
  const { program, errors } = parseSync('type.ts', source);
  const node = errors.length === 0 && program.body.length === 1 ? find(program.body[0]) : undefined;
  return node && { node, textOf: ({ start, end }) => squeezed(source.slice(start, end)) };
};
