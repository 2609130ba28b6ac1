import {
  createBucket,
  createSnapshot,
  createVolume,
  deleteBucket,
  deleteObject,
  deleteSnapshot,
  deleteVolume,
  describeBucket,
  getObjectJson,
  listObjects,
  putObject,
} from '@arch/storage';
import * as z from 'zod/mini';

import type { DemoLayer } from './demo-layer.ts';
import { note } from './screen.ts';

export const storage: DemoLayer = {
  name: 'storage',
  heading: 'Storage: buckets, objects, archives and volumes',
  pretended: 'volumes and snapshots',
  show: async ({ step, refused }) => {
    const bucket = `prices-${Date.now()}`;
    note('Closed to the public, encrypted, without ACLs: unless you say otherwise.');
    await step(() => createBucket({ bucket, versioning: true, tags: { stage: 'demo' } }));
    await step(
      () => describeBucket(bucket),
      ({ versioning, encryption, objectOwnership, publicAccessBlock }) => [
        { versioning, encryption, objectOwnership, ...publicAccessBlock },
      ],
    );
    const key = 'shop/prices.json';
    await step(
      () => putObject({ bucket, key, json: { prices: [1.5, 2] }, ifNoneMatch: '*' }),
      ({ eTag, serverSideEncryption }) => [{ eTag, serverSideEncryption }],
    );
    note('A schema of yours, of any library, says what JSON has to be.');
    const schema = z.object({ prices: z.array(z.number()) });
    await step(
      () => getObjectJson({ bucket, key, schema }),
      ({ prices }) => [{ dearest: Math.max(...prices) }],
    );
    await refused(() => getObjectJson({ bucket, key, schema: z.object({ currency: z.string() }) }));
    await step(
      () => createVolume({ availabilityZone: 'us-east-1a', sizeGiB: 8 }, { wait: true }),
      ({ volumeId, sizeGiB, volumeType, encrypted, state }) => [{ volumeId, sizeGiB, volumeType, encrypted, state }],
    );
    await step(() => deleteBucket({ bucket, empty: true }));
  },
};
