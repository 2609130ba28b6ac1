import { createRequire } from 'node:module';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { root } from '../../root.ts';
import { awsOperationsOf } from '../iam.ts';
import { readLibraries } from '../library.ts';
import { storageCounterparts } from './storage-counterparts.ts';

const storage = (await readLibraries()).find(({ folder }) => folder === 'storage');
const infos = new Map(storage?.sections.flatMap(({ entries }) => entries.map(({ name, info }) => [name, info])));
const require = createRequire(join(root, 'packages/storage/package.json'));

it.each(storageCounterparts)('names functions that send the operations of $source: $title', ({ rows }) => {
  for (const row of rows) {
    if ('reason' in row) continue;
    for (const name of row.functions) {
      const info = infos.get(name);
      expect([name, info && awsOperationsOf(info)]).toEqual([name, expect.arrayContaining([row.operation])]);
    }
  }
});

interface Checked {
  readonly input: {
    safeParse(input: object): {
      readonly error?: { readonly issues: readonly { readonly path: readonly unknown[] }[] };
    };
  };
}

const checkedOf = (name: string): Checked => {
  const info = infos.get(name);
  if (!info) throw new Error(`@arch/storage has no function ${name}`);
  return info.declaration as unknown as Checked;
};

it.each(storageCounterparts)('names goals that the waits accept: $source: $title', ({ rows }) => {
  for (const row of rows) {
    if ('reason' in row || row.state === undefined) continue;
    for (const name of row.functions) {
      const { input } = checkedOf(name);
      const problems = (state: string): readonly unknown[] =>
        input.safeParse({ state }).error?.issues.filter(({ path }) => path[0] === 'state') ?? [];
      expect(problems(row.state), `${name}, ${row.state}`).toEqual([]);
      expect(problems('no such goal'), name).toHaveLength(1);
    }
  }
});

it('covers the resource model of boto3: 44 actions, 3 batch actions, 5 collections and 6 waiters', () => {
  const numberOf = (title: string): number =>
    new Set(storageCounterparts.find((group) => group.title === title)?.rows.map(({ old }) => old)).size;
  expect([numberOf('Actions'), numberOf('Collections'), numberOf('Waiters')]).toEqual([47, 5, 6]);
});

it.each(storageCounterparts.filter(({ client }) => client !== undefined))(
  'covers all paginators and waiters of the installed $client',
  ({ client, only = /./, rows }) => {
    const names = Object.keys(require(`@aws-sdk/${client}`) as object).filter(
      (name) => /^(?:paginate|waitUntil)[A-Z]/.test(name) && only.test(name),
    );
    expect(names.length).toBeGreaterThan(1);
    expect(rows.map(({ old }) => old).toSorted()).toEqual(names.toSorted());
  },
);

it('leaves out at most 5 % of the items, each with a reason', () => {
  const rows = storageCounterparts.flatMap((group) => group.rows);
  const reasons = rows.flatMap((row) => ('reason' in row ? [row.reason] : []));
  expect(reasons.length).toBeLessThanOrEqual(rows.length * 0.05);
  for (const reason of reasons) expect(reason.length).toBeGreaterThan(20);
});
