import type { Library } from '../../reference/library.ts';
import { givenIn } from './given.ts';
import type { Snippet } from './snippet.ts';

/** A program for the compiler, and how many lines stand before the code of the snippet. */
export interface Program {
  readonly text: string;
  readonly linesBefore: number;
}

/** A snippet as a module. One without imports has those of the names that it uses; a fragment is a program when its page says what is given. */
export const programOf = (snippet: Snippet, libraries: readonly Library[]): Program => {
  const { code, given } = snippet;
  const hasImports = /^import /m.test(code);
  const before = [
    hasImports ? '' : importsFor(`${code}\n${given}`, libraries),
    given,
    givenIn(`${code}\n${given}`),
    'export {};',
  ]
    .filter(Boolean)
    .join('\n');
  return hasImports
    ? { text: `${code}\n${before}`, linesBefore: 0 }
    : { text: `${before}\n${code}`, linesBefore: before.split('\n').length };
};

const importsFor = (code: string, libraries: readonly Library[]): string => {
  const words = new Set(code.match(/(?<![.'])\b[A-Za-z]\w*/g));
  const taken = new Set<string>();
  const imports = libraries
    .flatMap(({ sections }) => sections)
    .flatMap(({ specifiers, entries }) => {
      const used = entries.filter(({ name }) => words.has(name) && !taken.has(name) && !isMade(name, code));
      for (const { name } of used) taken.add(name);
      const names = used.map(({ name, kind, declaration }) =>
        kind === 'type' && declaration.kind !== 'class' ? `type ${name}` : name,
      );
      return names.length > 0 ? [`import { ${names.join(', ')} } from '${specifiers[0]}';`] : [];
    });
  return [...imports, ...(words.has('z') ? ["import * as z from 'zod/mini';"] : [])].join('\n');
};

/** Whether code declares a name itself, e.g. `const { query, sql } = …`, or uses it as a member, `state: …`. */
const isMade = (name: string, code: string): boolean =>
  new RegExp(
    `\\b(?:const|let|function|class|type) ${name}\\b|\\b(?:const|let) [{[][^=;]*?\\b${name}\\b[^=;]*?[}\\]](?= =| of)`,
  ).test(code) || !new RegExp(`(?<![.'\\w])${name}\\b(?!'|\\??:)`).test(code);
