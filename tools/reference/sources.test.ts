import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { find, publicNames } from './sources.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arch-sources-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

const namesOf = (file: string): readonly string[] =>
  [...publicNames(file)].map(([name, { declaration }]) => `${name}: ${declaration.kind} ${declaration.name}`);

it('finds the names that a module exports, wherever they are declared', () => {
  write('box.ts', 'export interface Box {}\nexport const box = 1;\nconst hidden = 2;\nexport default hidden;');
  write('lid.ts', "import { box } from './box.js';\nconst top = box;\nexport { top as lid, box as case };");
  const index = write(
    'index.ts',
    `export { type Box as Crate, box } from './box.js'; export * from './lid.js';
export const text = "export { no } from './box.js'; {";`,
  );
  expect(namesOf(index)).toEqual([
    'Crate: interface Box',
    'box: const box',
    'case: const box',
    'lid: const top',
    'text: const text',
  ]);
});

it('finds a name that a module imports or exports under another name', () => {
  const box = write('box.ts', 'export const box = 1;');
  const lid = write(
    'lid.ts',
    "import { box as crate } from './box.js';\nexport { crate as lid };\nexport enum Kind {}\n",
  );
  expect(find(lid, 'crate')).toMatchObject({ file: box, declaration: { name: 'box' } });
  expect(find(lid, 'lid')).toMatchObject({ file: box, declaration: { name: 'box' } });
  expect(find(lid, 'Kind')).toBeUndefined();
});
