import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { awsError, fault } from '@arch/core/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { memoryBucket } from './__fixtures__/memory-bucket.js';
import { temporaryFolder, type TemporaryFolder } from './__fixtures__/temporary-folder.js';
import { syncDirectory } from './index.js';

const place = { bucket: 'my-site', prefix: 'www' };
const allowed = { delete: true, maxDelete: 100, allowEmptySource: true, compare: 'checksum' } as const;

// No name is both a file and a directory: names of directories end with d.
const directory = fc.constantFrom('a.d', 'a-d', 'ad', '😀d', '\uE000d');
const file = fc.constantFrom('a', 'a.', 'a-', 'b', '😀', '\uE000', '.x');
const path = fc.tuple(fc.array(directory, { maxLength: 3 }), file).map(([names, name]) => [...names, name].join('/'));
const tree = fc.dictionary(path, fc.constantFrom('', 'x', 'y', 'longer'), { maxKeys: 25 });

const writeAll = async (folder: TemporaryFolder, files: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, content] of Object.entries(files)) await folder.write(name, content);
};

const withoutPrefix = (contents: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(contents).map(([key, body]) => [key.slice('www/'.length), body]));

it('makes the destination equal to the source, in both directions, and then finds nothing to do', async () => {
  await fc.assert(
    fc.asyncProperty(tree, tree, fc.boolean(), async (local, remote, isUpload) => {
      await using folder = await temporaryFolder();
      await using store = memoryBucket();
      await writeAll(folder, local);
      for (const [name, body] of Object.entries(remote)) store.put(`www/${name}`, body);
      const input = isUpload ? { from: folder.path, to: place } : { from: place, to: folder.path };
      const { session } = store.aws;
      await syncDirectory({ ...input, ...allowed }, { session });
      const source = isUpload ? local : remote;
      expect(withoutPrefix(store.contents())).toEqual(source);
      expect(await folder.contents()).toEqual(source);
      const again = await syncDirectory({ ...input, ...allowed, dryRun: true }, { session });
      expect(again).toMatchObject({ actions: [], unchangedFiles: Object.keys(source).length });
    }),
    { numRuns: 40 },
  );
});

it('never makes a wrong object whatever fails, and a second run completes', async () => {
  const failures = fc.array(fc.constantFrom('reset', 'denied', 'abort', 'ok'), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(tree, failures, async (local, outcomes) => {
      await using folder = await temporaryFolder();
      await using store = memoryBucket();
      await writeAll(folder, local);
      const controller = new AbortController();
      for (const outcome of outcomes) {
        if (outcome === 'ok') continue;
        store.aws.once('PutObject', () => {
          if (outcome === 'reset') return fault('reset');
          if (outcome === 'denied') return awsError('AccessDenied', 'No.', { status: 403 });
          controller.abort(new Error('stopped'));
          return fault('hang');
        });
      }
      const { session } = store.aws;
      const input = { from: folder.path, to: place, compare: 'checksum' } as const;
      await syncDirectory(input, { session, signal: controller.signal }).catch(() => undefined);
      for (const [name, body] of Object.entries(withoutPrefix(store.contents()))) expect(body).toBe(local[name]);
      // Responses that the first run has not used.
      for (let at = 0; at < outcomes.length; at++) await syncDirectory(input, { session }).catch(() => undefined);
      expect(await syncDirectory(input, { session })).toMatchObject({ transferredFiles: 0, failed: [] });
      expect(withoutPrefix(store.contents())).toEqual(local);
    }),
    { numRuns: 25 },
  );
});

it('deletes nothing outside of the prefix and the directory', async () => {
  await fc.assert(
    fc.asyncProperty(tree, async (others) => {
      await using folder = await temporaryFolder();
      await using store = memoryBucket();
      for (const [name, body] of Object.entries(others)) store.put(`www2/${name}`, body);
      for (const [name, body] of Object.entries(others)) store.put(`www${name}`, body);
      await folder.write('outside', 'x');
      await folder.write('inside/a', 'x');
      store.put('www/b', 'x');
      const before = Object.keys(store.contents()).length;
      const { session } = store.aws;
      await syncDirectory({ from: join(folder.path, 'inside'), to: place, ...allowed }, { session });
      expect(Object.keys(store.contents())).toHaveLength(before);
      await rm(join(folder.path, 'inside'), { recursive: true });
      store.objects.delete('www/a');
      await folder.write('inside/c', 'x');
      await syncDirectory({ from: place, to: join(folder.path, 'inside'), ...allowed }, { session });
      expect(await folder.contents()).toEqual({ outside: 'x' });
    }),
    { numRuns: 10 },
  );
});
