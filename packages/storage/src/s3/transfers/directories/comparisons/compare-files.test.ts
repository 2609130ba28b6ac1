import { expect, it } from 'vitest';

import { compareFiles, type Sides } from './compare-files.js';
import type { FoundPath } from '../files/index.js';
import type { PlannedItem } from '../plans/index.js';

const file = (path: string, sizeBytes = 1, modifiedMs = 0): FoundPath => ({
  kind: 'file',
  path,
  sizeBytes,
  modifiedMs,
});

async function* sequence(...found: readonly FoundPath[]): AsyncGenerator<FoundPath, void, undefined> {
  yield* found;
}

const compare = async (sides: Partial<Sides>): Promise<readonly PlannedItem[]> => {
  const items: PlannedItem[] = [];
  const usual: Sides = {
    operation: 'syncDirectory',
    action: 'download',
    source: sequence(),
    destination: sequence(),
    compare: 'size-and-time',
    deletes: true,
    ignoresCase: false,
    signal: undefined,
    hasSameContent: async () => true,
  };
  for await (const item of compareFiles({ ...usual, ...sides })) items.push(item);
  return items;
};

const summary = (items: readonly PlannedItem[]): readonly string[] =>
  items.map((item) => {
    if (item.kind === 'unchanged') return 'unchanged';
    return item.kind === 'action' ? `${item.action.action} ${item.action.path}` : `${item.kind} ${item.path}`;
  });

it('lets no two keys write to one file where case does not count', async () => {
  const source = (): AsyncGenerator<FoundPath> => sequence(file('A/x'), file('README.md'), file('a/y'), file('z'));
  const destination = (): AsyncGenerator<FoundPath> => sequence(file('readme.md'));
  const items = await compare({ source: source(), destination: destination(), ignoresCase: true });
  // README.md would be written to readme.md, so readme.md is not deleted.
  expect(summary(items)).toEqual([
    'download A/x',
    'download README.md',
    'failure a/y',
    'skipped readme.md',
    'download z',
  ]);
  expect(items[2]).toMatchObject({
    error: {
      name: 'ConflictError',
      message:
        'syncDirectory: "a/y" and "A" differ only in case, but the directory does not distinguish case. Download it with downloadFile under ' +
        'another name.',
    },
  });
  expect(summary(await compare({ source: source(), destination: destination() }))).toEqual([
    'download A/x',
    'download README.md',
    'download a/y',
    'delete readme.md',
    'download z',
  ]);
});

it.each([
  ['upload', 1_000, 1_000, false],
  ['upload', 1_001, 1_000, true],
  ['download', 1_000, 1_999, true],
  ['download', 1_000, 2_000, false],
  ['download', 2_000, 1_999, true],
] as const)(
  '%s of a source of %d ms, destination of %d ms: changed is %s',
  async (action, source, other, isChanged) => {
    const items = await compare({
      action,
      source: sequence(file('a', 1, source)),
      destination: sequence(file('a', 1, other)),
    });
    expect(items[0]?.kind).toBe(isChanged ? 'action' : 'unchanged');
  },
);

it('compares 200,000 equal files without keeping them', async () => {
  async function* many(): AsyncGenerator<FoundPath, void, undefined> {
    for (let at = 0; at < 200_000; at++) yield file(String(1_000_000 + at));
  }
  let [unchanged, mostBytes] = [0, 0];
  const sides = { source: many(), destination: many() };
  const before = process.memoryUsage().heapUsed;
  const usual = {
    operation: 'syncDirectory',
    action: 'upload',
    compare: 'size',
    deletes: true,
    ignoresCase: false,
  } as const;
  for await (const item of compareFiles({ ...usual, ...sides, signal: undefined, hasSameContent: async () => true })) {
    if (item.kind === 'unchanged') unchanged++;
    if (unchanged % 10_000 === 0) mostBytes = Math.max(mostBytes, process.memoryUsage().heapUsed - before);
  }
  expect(unchanged).toBe(200_000);
  expect(mostBytes).toBeLessThan(100 * 1_048_576);
});
