import { asSyntax, declaratorsOf, type Syntax } from '../../typescript/syntax.ts';
import { bodyOf, callsInValue } from './calls-in-value.ts';
import type { SourceFile } from './source-file.ts';

/** Calls that only create a value and use no file, network, timer, environment or schema. */
const cheap = new Set([
  'new Map',
  'new Set',
  'new WeakMap',
  'new WeakSet',
  'new AsyncLocalStorage',
  'Symbol',
  'Symbol.for',
  'Object.freeze',
  // Creates the text of a path.
  'packageFile',
  'channel',
  'tracingChannel',
  // Builders that take a function and call it later.
  'operation',
  'listOperation',
  'stream',
  'waiter',
  'goalWaiter',
  'task',
  'consumer',
  'overloaded',
  'declared',
  // Rules in a table of errors.
  'alreadyExists',
  'badCredentials',
  'capacity',
  'conflict',
  'denied',
  'inParent',
  'notRetryable',
  'notFound',
  'retryable',
  'quota',
  'whenGiven',
  'whenMessage',
  'withoutStatement',
  'invalidRequest',
  'serviceError',
  'throttled',
]);

const programs = new Set(['packages/local/src/cli.ts', 'packages/local/src/sql-server.ts', 'packages/cli/src/main.ts']);

/** House style 1.8: nothing happens on import. */
export const checkImportsDoNothing = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(({ kind, path, packageName }) => kind === 'source' && packageName !== 'contract' && !programs.has(path))
    .flatMap(({ path, text, ...file }) => {
      const statements = file.statements.map(declarationIn);
      const bodies = new Map(statements.flatMap(functionsOf));
      return statements
        .flatMap((statement) => effectsOf(statement, text))
        .flatMap((effect) => reallyDone(effect, bodies))
        .map((effect) => `${path}: does something on import: ${effect}`);
    });

/** For a call of a function in the same file, its body is checked, because small functions often fill a table. */
const reallyDone = (
  effect: string,
  bodies: ReadonlyMap<string, Syntax>,
  seen: readonly string[] = [],
): readonly string[] => {
  if (cheap.has(effect) || seen.includes(effect)) return [];
  const body = bodies.get(effect);
  if (body === undefined) return [seen.length === 0 ? effect : `${seen[0]} → ${effect}`];
  return callsInValue(body).flatMap((inner) => reallyDone(inner, bodies, [...seen, effect]));
};

/** What `export` exports, or the statement itself. */
const declarationIn = (statement: Syntax): Syntax => asSyntax(statement['declaration']) ?? statement;

const functionsOf = (statement: Syntax): readonly (readonly [string, Syntax])[] =>
  [statement, ...declaratorsOf(statement)].flatMap((declared) => {
    const body = bodyOf(declared) ?? bodyOf(declared['init']);
    const name = asSyntax(declared['id'], 'Identifier')?.['name'];
    return body && typeof name === 'string' ? [[name, body] as const] : [];
  });

/** Statements that do nothing: types, functions, and the names that a module imports and exports. */
const inert = /^(TS\w+|FunctionDeclaration|ExportAllDeclaration|ExportNamedDeclaration|EmptyStatement)$/;

const effectsOf = (statement: Syntax, text: string): readonly string[] => {
  const { type, start, end } = statement;
  if (inert.test(type)) return [];
  if (type === 'ImportDeclaration' && (statement['specifiers'] as readonly unknown[]).length > 0) return [];
  if (type === 'ClassDeclaration') return effectsOfClass(statement);
  if (type === 'VariableDeclaration' && statement['declare']) return [];
  if (type === 'VariableDeclaration' && statement['kind'] === 'const')
    return declaratorsOf(statement).flatMap(({ init }) => callsInValue(init));
  return [text.slice(start, end).split('\n', 1)[0] ?? ''];
};

const effectsOfClass = ({ superClass, body }: Syntax): readonly string[] => [
  ...callsInValue(superClass),
  ...(asSyntax(body)!['body'] as readonly Syntax[]).flatMap((member) => {
    if (member.type === 'StaticBlock') return callsInValue(member);
    return member['static'] ? callsInValue(member['value']) : [];
  }),
];
