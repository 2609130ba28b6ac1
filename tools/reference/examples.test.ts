import { expect, it } from 'vitest';

import { givenIn } from '../site/snippets/given.ts';
import { typeCheck } from '../site/snippets/type-check.ts';
import { type Entry, readLibraries } from './library.ts';

const libraries = await readLibraries();
const sections = libraries
  .flatMap((library) => library.sections)
  .filter(({ title }) => !/\/(builder|define)$/.test(title));

const isValue = ({ kind, declaration }: Entry): boolean => kind !== 'type' || declaration.kind === 'class';

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
        doc.example === undefined ? [] : [`async () => { // ${name}\n${givenIn(doc.example)}${doc.example}\n};`],
      ),
  ].join('\n');

it('type-checks the examples of all functions', async () => {
  const text = program();
  const wrong = await typeCheck(new Map([['examples.mts', text]]));
  expect(wrong.map((line) => `${line}\n  ${text.split('\n')[Number(/\((\d+),/.exec(line)?.[1]) - 1]}`)).toEqual([]);
}, 60_000);
