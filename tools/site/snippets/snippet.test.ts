import { expect, it } from 'vitest';

import { programOf } from './program.ts';
import { snippetsOf } from './snippet.ts';

it('finds the blocks of a page with what is given for them', () => {
  const page = [
    '# Page',
    '```ts signature\nf(): void\n```',
    '<!-- generated: file examples/a.ts -->\n\n```ts\nleft out\n```\n\n<!-- end -->',
    '<!-- given: declare const a: number; -->\n\n```ts\nconst b = a;\n```',
    '```sh\nls\n```',
  ].join('\n\n');
  expect(snippetsOf('docs/a.md', page)).toEqual([
    { page: 'docs/a.md', line: 18, code: 'const b = a;\n', given: 'declare const a: number;' },
  ]);
});

it('finds the blocks inside of lists', () => {
  const page = '1. One\n\n   <!-- given: declare const a: number; -->\n\n   ```ts\n   const b = a;\n   ```\n';
  expect(snippetsOf('docs/a.md', page)).toEqual([
    { page: 'docs/a.md', line: 6, code: '   const b = a;\n', given: 'declare const a: number;' },
  ]);
});

it('imports what a snippet without imports uses', () => {
  const entries = ['startInstance', 'Instance', 'state'].map((name) => ({ name, kind: 'function' }));
  const libraries = [{ sections: [{ specifiers: ['@arch/compute'], entries }] }] as never;
  const program = (code: string): string => programOf({ page: 'a', line: 1, code, given: '' }, libraries).text;
  expect(program("await startInstance('i-1'); f({ state: 1 });")).toContain(
    "import { startInstance } from '@arch/compute';",
  );
  expect(program("import { a } from './a.js';")).not.toContain('@arch/compute');
});
