import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { type Entry, readLibraries } from './library.ts';
import { root } from './sources.ts';

const libraries = await readLibraries();
const sections = libraries
  .flatMap((library) => library.sections)
  .filter(({ title }) => !/\/(builder|define)$/.test(title));

const isValue = ({ kind, declaration }: Entry): boolean => kind !== 'type' || declaration.kind === 'class';

/** What an example may name without making it: an event, and IDs, ARNs, URLs and names as texts that earlier calls have returned. */
const given = (example: string): string => {
  const words = example.match(/(?<![.\w'-])(?:event|[a-z]\w*(?:Ids?|Arn|Url|Name|Handle))\b(?!['(])/g);
  const isMade = (name: string): boolean =>
    new RegExp(`(?:const|let) [^;=]*\\b${name}\\b[^;=]*=|\\b${name}: |\\(\\{[^()]*\\b${name}\\b[^()]*\\}\\) =>`).test(
      example,
    );
  const typeOf = (name: string): string =>
    name === 'event' ? 'unknown' : name.endsWith('Ids') ? 'string[]' : 'string';
  return [...new Set(words)]
    .filter((name) => !isMade(name))
    .map((name) => `const ${name}: ${typeOf(name)} = null!; `)
    .join('');
};

/** Every example of the sources as a function, with what it may name. */
const program = (): string =>
  [
    "import { createWriteStream } from 'node:fs';",
    "import { readFile, writeFile } from 'node:fs/promises';",
    "import { pipeline } from 'node:stream/promises';",
    "import * as z from 'zod/mini';",
    "import { CreateKeyCommand, KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';",
    ...sections.map(({ specifiers, entries }) => {
      const names = entries.filter(isValue).map(({ name }) => name);
      return `import { ${names.join(', ')} } from '${specifiers[0]}';`;
    }),
    "declare const aws: import('@arch/core/testing').FakeAws;",
    ...sections
      .flatMap(({ entries }) => entries)
      .flatMap(({ name, declaration: { doc } }) =>
        doc.example === undefined ? [] : [`async () => { // ${name}\n${given(doc.example)}${doc.example}\n};`],
      ),
  ].join('\n');

it('type-checks the examples of all functions', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'arch-examples-')));
  try {
    symlinkSync(join(root, 'examples/node_modules'), join(folder, 'node_modules'), 'junction');
    writeFileSync(join(folder, 'examples.mts'), program());
    const compilerOptions = {
      isolatedDeclarations: false,
      declaration: false,
      typeRoots: [join(root, 'node_modules/@types')],
    };
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: join(root, 'tsconfig.base.json'), compilerOptions, files: ['examples.mts'] }),
    );
    const tsc = join(root, 'node_modules/.bin/tsc');
    const { stdout } = spawnSync(tsc, ['-p', folder], { cwd: folder, shell: process.platform === 'win32' });
    const wrong = stdout
      .toString()
      .split('\n')
      .filter((line) => line.startsWith('examples.mts'));
    expect(wrong.map((line) => `${line}\n  ${program().split('\n')[Number(/\((\d+),/.exec(line)?.[1]) - 1]}`)).toEqual(
      [],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
