import type { SqlCode } from './sql-code.js';

/** The words that a statement begins with, e.g. `['CREATE', 'TABLE', 'T']`; brackets before them do not count. */
export function firstWords({ words }: SqlCode): readonly string[] {
  const begin = words.findIndex((word) => word !== '(');
  const rest = begin === -1 ? [] : words.slice(begin);
  const end = rest.findIndex((word) => !/^[\p{L}_]/u.test(word));
  return end === -1 ? rest : rest.slice(0, end);
}
