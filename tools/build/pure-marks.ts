import { asSyntax, nodesBelow, parseSource, type Syntax, syntaxOf } from '../typescript/syntax.js';

/** They make a function or a stream from a declaration, which they read at the first call. */
const declaring = new Set(
  'operation listOperation stream waiter goalWaiter task consumer overloaded declared'.split(' '),
);

/** What tables of error codes are made of. */
const errorRules = new Set(
  'notFound alreadyExists conflict quota capacity denied throttled badCredentials invalidRequest serviceError whenGiven whenMessage withoutStatement retryable notRetryable inParent'.split(
    ' ',
  ),
);

const runsLater = ({ type }: Syntax): boolean => /^(Arrow)?Function/.test(type) || /^TS(Type|Interface)/.test(type);

/**
 * Marks the calls of a module's top level that have no side effects, so that a bundler drops declarations and error rules that are not used:
 * `const stop = /* @__PURE__ *\\/ operation(…)`.
 */
export const withPureMarks = (path: string, source: string): string => {
  const places = syntaxOf(parseSource(path, source))
    .flatMap((statement) => nodesBelow(statement, runsLater))
    .filter(isPure)
    .map(({ start }) => start)
    .sort((one, other) => other - one);
  return places.reduce((text, at) => `${text.slice(0, at)}/* @__PURE__ */ ${text.slice(at)}`, source);
};

const isPure = (node: Syntax): boolean => {
  const name = node.type === 'CallExpression' ? asSyntax(node['callee'], 'Identifier')?.['name'] : undefined;
  return typeof name === 'string' && (declaring.has(name) || errorRules.has(name));
};
