import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  archiveObject,
  createBucket,
  createVolume,
  deleteBucket,
  deleteObject,
  deleteVolume,
  describeBucket,
  type DirectoryProgress,
  getObjectJson,
  presignGetObject,
  putObject,
  syncDirectory,
  uploadFile,
} from '@arch/storage';
import * as z from 'zod/mini';

import type { DemoLayer } from './demo-layer.ts';
import { note } from './screen.ts';

/** Writes photos to a new directory. */
const photos = async (): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'photos-'));
  for (const day of [1, 2, 3, 4]) await writeFile(join(directory, `day-${day}.raw`), randomBytes(day * 2_000_000));
  return directory;
};

export const storage: DemoLayer = {
  name: 'storage',
  heading: 'Storage: buckets, objects, archives and volumes',
  simulated: 'volumes',
  show: async ({ step, rejected, progress }) => {
    const bucket = `originals-${Date.now()}`;
    note('By default, a bucket blocks public access, is encrypted and has no ACLs.');
    await step(() => createBucket({ bucket, objectLock: true, tags: { stage: 'demo' } }));
    await step(
      () => describeBucket(bucket),
      ({ versioning, encryption, objectOwnership, publicAccessBlock }) => [
        { versioning, encryption, objectOwnership, ...publicAccessBlock },
      ],
    );
    const key = 'shop/prices.json';
    await step(() => putObject({ bucket, key, json: { prices: [1.5, 2] }, ifNoneMatch: '*' }));
    note('Your schema, of any library, checks the JSON.');
    const schema = z.object({ prices: z.array(z.number()) });
    await step(
      () => getObjectJson({ bucket, key, schema }),
      ({ prices }) => [{ dearest: Math.max(...prices) }],
    );
    await rejected(() => getObjectJson({ bucket, key, schema: z.object({ currency: z.string() }) }));
    note('Uploaded in parts with checksums. A cancelled upload leaves nothing in the bucket.');
    const body = randomBytes(12 * 1_048_576);
    const { versionId } = await step(() => uploadFile({ bucket, key: 'film.mp4', body, partSizeBytes: 5_242_880 }));
    await step(
      () => presignGetObject({ bucket, key, expiresInSeconds: 60 }),
      ({ method, url, expiresAt }) => [{ method, url: `${url.split('?')[0]}?…`, expiresAt: expiresAt.toISOString() }],
    );
    note('A directory: a dry run returns a plan. Its execution reports its progress in files and bytes.');
    const from = await photos();
    const onProgress = ({ transferredFiles, transferredBytes, totalBytes = 0 }: DirectoryProgress): void =>
      progress(`${transferredFiles} files, ${Math.round((100 * transferredBytes) / totalBytes)} % of the bytes`);
    const plan = await step(
      () => syncDirectory({ from, to: { bucket, prefix: 'photos' }, dryRun: true, onProgress }),
      ({ actions }) => actions.map(({ action, path, sizeBytes, reason }) => ({ action, path, sizeBytes, reason })),
    );
    await step(
      () => plan.execute(),
      ({ transferredFiles, transferredBytes, failed }) => [
        { transferredFiles, transferredBytes, failed: failed.length },
      ],
    );
    await rm(from, { recursive: true });
    note('A retained object cannot be deleted before its date.');
    const film = await step(
      () => archiveObject({ bucket, key: 'film.mp4', versionId, retain: { years: 7 } }),
      ({ storageClass, retainUntilDate }) => [{ storageClass, retainUntilDate: retainUntilDate?.toISOString() }],
    );
    await rejected(() => deleteObject({ bucket, key: 'film.mp4', versionId: film.versionId }));
    await step(() => deleteBucket({ bucket, empty: true, bypassGovernanceRetention: true }));
    const volume = await step(
      () => createVolume({ availabilityZone: 'us-east-1a', sizeGiB: 8 }, { wait: true }),
      ({ volumeId, sizeGiB, volumeType, encrypted, state }) => [{ volumeId, sizeGiB, volumeType, encrypted, state }],
    );
    await step(() => deleteVolume(volume));
  },
};
