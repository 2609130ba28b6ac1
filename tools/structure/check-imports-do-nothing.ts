import { splitAt } from '../typescript-text/split.ts';
import { type Statement, statementsOf } from '../typescript-text/statements.ts';
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
    .flatMap(({ path, statements }) => {
      const bodies = new Map(statements.flatMap(({ text }) => functionOf(text)));
      return statements
        .flatMap((statement, index) => effectsOf(statement, statements[index - 1]))
        .flatMap((effect) => reallyDone(effect, bodies))
        .map((effect) => `${path}: does something on import: ${effect}`);
    });

/** For a call of a function in the same file, its body is checked, because small functions often fill a table. */
const reallyDone = (
  effect: string,
  bodies: ReadonlyMap<string, string>,
  seen: readonly string[] = [],
): readonly string[] => {
  if (cheap.has(effect) || seen.includes(effect)) return [];
  const body = bodies.get(effect);
  if (body === undefined) return [seen.length === 0 ? effect : `${seen[0]} → ${effect}`];
  return callsInValue(body).flatMap((inner) => reallyDone(inner, bodies, [...seen, effect]));
};

const functionOf = (text: string): [string, string][] => {
  const [start, name] = /^(?:export )?const ([\w$]+)/.exec(text) ?? [];
  const value = start === undefined ? text.replace(/^export /, '') : splitAt(text.slice(start.length), '=')[1];
  const body = bodyOf(value?.trim() ?? '');
  const called = name ?? /^(?:export )?(?:async )?function ([\w$]+)/.exec(text)?.[1];
  return body === undefined || called === undefined ? [] : [[called, body]];
};

const effectsOf = ({ text }: Statement, before: Statement | undefined): readonly string[] => {
  if (/^(import|export) [^]*from '[^']+'$/.test(text) || /^export (type )?\{[^}]*\}$/.test(text)) return [];
  if (/^(export )?(declare )?(interface|type|function|async function)\b/.test(text)) return [];
  // This is the body of a function whose result type is an object type.
  if (text.startsWith('{') && /^(export )?(async )?function\b/.test(before?.text ?? '')) return [];
  if (/^(export )?(abstract )?class\b/.test(text)) return effectsOfClass(text);
  const [start] = /^(export )?(declare )?const\s/.exec(text) ?? [];
  if (start === undefined) return [text.split('\n', 1)[0] ?? ''];
  const [, value = ''] = splitAt(text.slice(start.length), '=');
  return callsInValue(value);
};

const effectsOfClass = (text: string): readonly string[] => {
  const [head, body = ''] = splitAt(text, '{');
  const [, base = ''] = /\bextends ([^{]*)$/.exec(head) ?? [];
  const statics = statementsOf(body.replace(/\}\s*$/, '')).filter((member) =>
    /^(static|private static|readonly static)\b/.test(member.text),
  );
  return [
    ...callsInValue(base),
    ...statics.flatMap((member) =>
      /^static\s*\{/.test(member.text) ? ['static {…}'] : callsInValue(splitAt(member.text, '=')[1] ?? ''),
    ),
  ];
};
