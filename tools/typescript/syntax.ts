import { type ParseResult, parseSync } from 'oxc-parser';

/** A node of the syntax tree, in the form of ESTree with TypeScript. */
export interface Syntax {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [member: string]: unknown;
}

/** Parses a source: its statements, comments, imports and exports. Fails for a source that is not TypeScript. */
export const parseSource = (path: string, text: string): ParseResult => {
  const result = parseSync(path, text);
  if (result.errors.length > 0) throw new Error(`${path}: ${result.errors[0]?.message}`);
  return result;
};

/** The statements of a source, for code that walks all nodes, whatever their types. */
export const syntaxOf = ({ program }: Pick<ParseResult, 'program'>): readonly Syntax[] =>
  program.body as unknown as readonly Syntax[];

const isSyntax = (value: unknown): value is Syntax => typeof (value as Syntax | null)?.type === 'string';

/** The nodes directly below a node, in the order of the source. */
export const childrenOf = (node: Syntax): readonly Syntax[] => Object.values(node).flat().filter(isSyntax);

/** A node and all nodes below it. `skip` leaves out a node with everything below it. */
export const nodesBelow = (node: Syntax, skip: (node: Syntax) => boolean = () => false): readonly Syntax[] =>
  skip(node) ? [] : [node, ...childrenOf(node).flatMap((child) => nodesBelow(child, skip))];

/** A node, if it is one and of one of these types. */
export const asSyntax = (value: unknown, ...types: readonly string[]): Syntax | undefined =>
  isSyntax(value) && (types.length === 0 || types.includes(value.type)) ? value : undefined;

/** The constants and variables that a statement declares. */
export const declaratorsOf = (statement: unknown): readonly Syntax[] =>
  (asSyntax(statement, 'VariableDeclaration')?.['declarations'] ?? []) as readonly Syntax[];
