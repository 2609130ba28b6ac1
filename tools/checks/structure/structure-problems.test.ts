import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { readSourceFiles } from './source-file.ts';
import { structureProblems } from './structure-problems.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'arch-structure-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A layer with one resource folder that has no problems. */
const good = {
  'index.ts': "export * from './store/index.js';",
  'store/index.ts': "export * from './boxes/index.js';",
  'store/boxes/index.ts': "export { describeBox, type DescribeBoxInput } from './describe-box.js';",
  'store/boxes/describe-box.ts':
    'export interface DescribeBoxInput {}\nexport const describeBox: Operation<DescribeBoxInput, Box> = operation(() => ({ a: b() }));',
  'store/boxes/describe-box.test.ts': "it('describes', () => describeBox('b-1'));",
};

/** Returns the problems of that layer with other contents of some files; `undefined` removes a file. */
const problemsWith = (
  files: Readonly<Record<string, string | undefined>>,
  packageName = 'storage',
): readonly string[] => {
  for (const [name, text] of Object.entries({ ...(packageName === 'storage' ? good : {}), ...files })) {
    if (text === undefined) continue;
    const file = join(root, 'packages', packageName, 'src', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${text}\n`);
  }
  return structureProblems(readSourceFiles(root)).map((problem) => problem.replace(/^packages\/\w+\/src\//, ''));
};

it('finds no problems in a correct layer', () => {
  expect(problemsWith({})).toEqual([]);
});

describe('names', () => {
  it('requires that a file exports its own name', () => {
    expect(problemsWith({ 'store/boxes/box.ts': 'export const crate = 1;' })).toEqual([
      'store/boxes/box.ts: exports neither box nor Box, but crate',
    ]);
  });

  it('accepts a type, a class or a re-exported name as the main export', () => {
    const files = {
      'store/boxes/box.ts': 'export type Box = 1;',
      'store/boxes/box-error.ts': 'export class BoxError extends Error {}',
      'store/boxes/lid.ts': "export { top as lid } from './box.js';",
    };
    expect(problemsWith(files)).toEqual([]);
  });

  it.each(['store/boxes/utils.ts', 'store/boxes/helpers/box.ts', 'common/box.ts'])('rejects %s', (path) => {
    expect(problemsWith({ [path]: 'export const box = 1;' }).join('\n')).toMatch(/says nothing/);
  });
});

describe('folders', () => {
  it('requires an index', () => {
    expect(problemsWith({ 'store/boxes/index.ts': undefined, 'store/index.ts': 'export {};' })).toEqual([
      'store/boxes: has no index.ts',
      'store/index.ts: exports nothing but folders, not “export {}”',
    ]);
  });

  it('requires that the index contains every operation', () => {
    const hidden = 'export const openBox: Operation<Input, Box> = operation(() => ({}));';
    expect(problemsWith({ 'store/boxes/open-box.ts': hidden })).toEqual([
      'store/boxes/index.ts: does not list openBox',
    ]);
  });

  it('allows private operations that another source of the folder uses', () => {
    const files = {
      'store/boxes/open-box.ts': 'export const openBox: Operation<Input, Box> = operation(() => ({}));',
      'store/boxes/lid.ts': "import { openBox } from './open-box.js';\nexport const lid = () => openBox;",
    };
    expect(problemsWith(files)).toEqual([]);
  });

  it('rejects export * in the index of a folder', () => {
    expect(problemsWith({ 'store/boxes/index.ts': "export * from './describe-box.js';" })).toEqual([
      "store/boxes/index.ts: has to list its exports by name, not “export * from './describe-box.js'”",
    ]);
  });

  it('rejects an index that exports from another folder', () => {
    const index = `${good['store/boxes/index.ts']}\nexport { lid } from '../lids/index.js';`;
    expect(problemsWith({ 'store/boxes/index.ts': index })).toEqual([
      'store/boxes/index.ts: exports what is not in its folder, from ../lids/index.js',
    ]);
  });

  it('requires that each index above a resource exports all folders below it, and nothing else', () => {
    expect(problemsWith({ 'index.ts': "export { describeBox } from './store/boxes/index.js';" })).toEqual([
      "index.ts: exports nothing but folders, not “export { describeBox } from './store/boxes/index.js'”",
      "index.ts: lacks “export * from './store/index.js';”",
    ]);
    expect(problemsWith({ 'store/index.ts': '' })).toEqual([
      "store/index.ts: lacks “export * from './boxes/index.js';”",
    ]);
  });
  it('accepts fifteen sources and rejects sixteen', () => {
    const more = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [`store/boxes/box${at}.ts`, `export type Box${at} = 1;`]),
      );
    expect(problemsWith(more(13))).toEqual([]);
    expect(problemsWith(more(14))).toEqual(['store/boxes: has 16 sources, more than 15: it is two resources']);
  });
});

describe('tests', () => {
  it('requires a test in every folder', () => {
    const test = "it('describes', () => describeBox('b-1'));";
    expect(problemsWith({ 'store/boxes/describe-box.test.ts': undefined, 'all.test.ts': test })).toEqual([
      'store/boxes: has no test',
    ]);
    expect(problemsWith({ 'wait/wait.ts': 'export const wait = 1;' }, 'core')).toContain('wait: has no test');
  });

  it('requires that a test contains every public operation', () => {
    expect(problemsWith({ 'store/boxes/describe-box.test.ts': "it('does something else');" })).toEqual([
      'store/boxes/describe-box.ts: no test names describeBox',
    ]);
  });
});

describe('imports that do something', () => {
  const found = (text: string): readonly string[] =>
    problemsWith({ 'store/boxes/box.ts': `export type Box = 1;\n${text}` }).map((problem) =>
      problem.replace(/^.*on import: /, ''),
    );

  it.each([
    ["import './polyfill.js';", "import './polyfill.js'"],
    ["console.log('loaded');", "console.log('loaded')"],
    ['if (a) b();', 'if (a) b()'],
    ['let count = 0;', 'let count = 0'],
    ['const client = new Client();', 'new Client'],
    ['const client = new Client;', 'new Client'],
    ['const shape = { box: z.object({}) };', 'z.object'],
    ['const home = process.env.HOME;', 'process.env'],
    ["const file = await read('a');", 'await'],
    ['const first = (() => open())();', '(…)()'],
    ['const connect = () => open();\nconst box = connect();', 'connect → open'],
    ['class Lid extends mixin(Base) {}', 'mixin'],
    ['class Lid { static readonly all = load(); }', 'load'],
    ['class Lid { static { register(); } }', 'static {…}'],
  ])('rejects %s', (text, effect) => {
    expect(found(text).join('\n')).toContain(effect);
  });

  it.each([
    'const names = new Map<string, () => void>([]);',
    "const key: unique symbol = Symbol.for('a') as never;",
    "const rules = { A: notFound('box', 'boxId') };",
    'const box = <T>(value: T): (() => T) => () => read(value);',
    'export function open(a: string): { readonly port?: number } { return start(a); }',
    'const row = (name: string) => ({ name });\nconst rows = [row(`a`), row(`b`)];',
    'const retry = task(async () => send()) as never;',
    'const clock = { now: () => Date.now(), later(ms: number) { return setTimeout(ms); } };',
    "class Lid extends Error { readonly at = Date.now(); static readonly kind = 'lid'; close() { open(); } }",
  ])('accepts %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('the order of folders', () => {
  it('allows a folder of core to import only from the folders below it', () => {
    const files = {
      'call/run.ts': "import { clock } from '../clock/clock.js';\nexport const run = 1;",
      'clock/clock.ts': "import { run } from '../call/run.js';\nexport const clock = 1;",
      'clock/clock.test.ts': "import { run } from '../call/run.js';",
      'cellar/wine.ts': 'export const wine = 1;',
    };
    expect(problemsWith(files, 'core').filter((problem) => /above|place/.test(problem))).toEqual([
      'cellar: add the folder to its place in tools/checks/structure/check-folder-order.ts',
      'clock/clock.ts: clock/ imports from call/, which is above it',
    ]);
  });

  it('rejects folders of a layer that import each other, but not a subfolder that its resource uses', () => {
    const files = {
      'boxes/box.ts':
        "import { lid } from '../lids/lid.js';\nimport { nail } from './nails/nail.js';\nexport const box = 1;",
      'boxes/nails/nail.ts': "import type { box } from '../box.js';\nexport const nail = 1;",
      'lids/lid.ts': "import { shelf } from '../shelves/shelf.js';\nexport const lid = 1;",
      'shelves/shelf.ts': "import { box } from '../boxes/box.js';\nexport const shelf = 1;",
    };
    expect(problemsWith(files).filter((problem) => problem.includes('each other'))).toEqual([
      'boxes/box.ts: folders import each other: boxes → lids → shelves → boxes',
    ]);
  });
});
