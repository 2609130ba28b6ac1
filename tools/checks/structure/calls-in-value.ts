import { asSyntax, nodesBelow, type Syntax } from '../../typescript/syntax.ts';

const functions = new Set(['ArrowFunctionExpression', 'FunctionExpression', 'FunctionDeclaration']);
/** They contain an expression; all other nodes of TypeScript are types. */
const typedExpressions = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
]);

/** Bodies of functions run later, and types never. */
const doesNotRun = ({ type }: Syntax): boolean =>
  functions.has(type) || (type.startsWith('TS') && !typedExpressions.has(type));

/** The body of a function that a value is, or nothing. */
export const bodyOf = (value: unknown): Syntax | undefined =>
  asSyntax(asSyntax(value, ...functions)?.['body'] ?? undefined);

/** What is called when a value is made: `['new Map']` of `new Map(list)`. */
export const callsInValue = (value: unknown): readonly string[] => {
  const node = asSyntax(value);
  return node ? nodesBelow(node, doesNotRun).flatMap(effectOf) : [];
};

const effectOf = (node: Syntax): readonly string[] => {
  if (node.type === 'CallExpression') return [calledName(node['callee'])];
  if (node.type === 'NewExpression') return [`new ${calledName(node['callee'])}`];
  if (node.type === 'TaggedTemplateExpression') return [calledName(node['tag'])];
  if (node.type === 'AwaitExpression') return ['await'];
  if (node.type === 'ImportExpression') return ['import'];
  if (node.type === 'StaticBlock') return ['static {…}'];
  return node.type === 'MemberExpression' && calledName(node) === 'process.env' ? ['process.env'] : [];
};

/** `z.object` of `z.object(…)`, `.optional` of `z.object(…).optional()`, `(…)()` of a function that is called at once. */
const calledName = (callee: unknown): string => {
  const node = asSyntax(callee);
  if (node?.type === 'Identifier') return String(node['name']);
  if (node?.type !== 'MemberExpression') return '(…)()';
  const property = asSyntax(node['property'], 'Identifier')?.['name'];
  const object = calledName(node['object']);
  return `${object === '(…)()' ? '' : object}.${typeof property === 'string' ? property : '[…]'}`;
};
