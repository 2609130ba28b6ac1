import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { buildDigests } from './build-digests.ts';
import { missingChangesets } from './missing-changesets.ts';

let root: string;
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'arch-changeset-'));
  for (const name of ['boxes', 'lids']) {
    write(
      `packages/${name}/package.json`,
      JSON.stringify({ name: `@arch/${name}`, version: '1.0.0', dependencies: {} }),
    );
    write(`packages/${name}/dist/index.js`, 'export {};');
  }
  write('packages/nails/package.json', JSON.stringify({ name: '@arch/nails', private: true }));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('requires a changeset for every package whose build has changed, for any reason', () => {
  const before = buildDigests(root);
  expect([...before.keys()]).toEqual(['@arch/boxes', '@arch/lids']);
  write('packages/lids/dist/chunk-1.js', '// A newer SDK is built in.');
  expect(missingChangesets(before, buildDigests(root), root, [])).toEqual(['@arch/lids']);
  write('.changeset/new-sdk.md', "---\n'@arch/lids': patch\n---\n\nThe SDK's newest fixes.\n");
  expect(missingChangesets(before, buildDigests(root), root, ['.changeset/new-sdk.md'])).toEqual([]);
  expect(missingChangesets(before, buildDigests(root), root, ['.changeset/gone.md'])).toEqual(['@arch/lids']);
});

it('treats a dependency as a change, but not a version or a source map', () => {
  const before = buildDigests(root);
  write('packages/boxes/dist/index.js.map', '{}');
  write('packages/boxes/package.json', JSON.stringify({ name: '@arch/boxes', version: '1.0.1', dependencies: {} }));
  expect(missingChangesets(before, buildDigests(root), root, [])).toEqual([]);
  write('packages/boxes/package.json', JSON.stringify({ name: '@arch/boxes', dependencies: { tslib: '2' } }));
  expect(missingChangesets(before, buildDigests(root), root, [])).toEqual(['@arch/boxes']);
});

it('rejects packages that are not built', () => {
  rmSync(join(root, 'packages/lids/dist'), { recursive: true });
  expect(() => buildDigests(root)).toThrow('packages/lids is not built');
});
