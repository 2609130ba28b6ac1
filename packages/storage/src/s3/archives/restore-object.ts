import { ArchError } from '@arch/core';
import { input, noOutput, operation, type Operation, task, type WaitableOperation, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { RestoreObjectCommand } from '@aws-sdk/client-s3';

import type { ObjectHead } from '../objects/index.js';
import { type ObjectVersionReference, objectVersionReference } from './object-retention.js';
import { waitForRestoredObject } from './wait-for-restored-object.js';

/** How quickly, and for how much: minutes (not from `DEEP_ARCHIVE`), hours, or up to two days. */
export const restoreTiers = ['Expedited', 'Standard', 'Bulk'] as const;
export type RestoreTier = (typeof restoreTiers)[number];

export interface RestoreObjectInput extends ObjectVersionReference {
  /** How long the copy can be read, from 1. Given for `GLACIER` and `DEEP_ARCHIVE`, and not for `INTELLIGENT_TIERING`, which has no copy. */
  readonly days?: number | undefined;
  /** Default `Standard`: 3–5 hours from `GLACIER`, within 12 from `DEEP_ARCHIVE`. */
  readonly tier?: RestoreTier | undefined;
}

/** The object that is being restored. */
export interface RestoringObject {
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string | undefined;
}

const restoreObjectInput = (): z.ZodMiniType<RestoreObjectInput> =>
  input<RestoreObjectInput>({
    ...objectVersionReference(),
    days: z.optional(z.int().check(z.gte(1), z.lte(2_147_483_647))),
    tier: z.optional(z.enum(restoreTiers)),
  });

/**
 * Has S3 make a copy of an archived object that can be read, for some days. The object itself stays in the archive. One that is being
 * restored already is no error; of one that is restored the copy stays for the new time. Billed by the gigabyte, `Expedited` at a multiple.
 *
 * @example
 * await restoreObject({ bucket: 'originals', key: 'contract.pdf', days: 3 }, { wait: true });
 * @throws {NotFoundError} there is no such object or version.
 * @throws {ConflictError} it is not archived.
 * @throws {CapacityError} S3 has no capacity for `Expedited` now.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_RestoreObject.html
 */
export const restoreObject: WaitableOperation<
  RestoreObjectInput,
  RestoringObject,
  ObjectHead,
  { on: 'bucket' | 'key' | 'prefix' }
> = task(() => ({
  name: 'restoreObject',
  input: restoreObjectInput(),
  uses: [requestRestore],
  timeoutMs: 60_000,
  run: async (members, options) => {
    await requestRestore(members, options).catch((error: unknown) => {
      // Another one has asked for it, or a lost answer was asked for again.
      if (!(error instanceof ArchError && error.code === 'RestoreAlreadyInProgress')) throw error;
    });
    const { bucket, key, versionId } = members;
    return { bucket, key, versionId };
  },
  wait: waitForRestoredObject,
}));

const requestRestore: Operation<RestoreObjectInput, void> = operation(() => ({
  name: 'restoreObject',
  service: s3,
  command: RestoreObjectCommand,
  repeatable: 'refused',
  permissions: [{ action: 's3:RestoreObject', resources: ['object'] }],
  input: restoreObjectInput(),
  output: noOutput(),
  request: ({ bucket, key, days, tier = 'Standard' }) => ({
    Bucket: bucket,
    Key: key,
    RestoreRequest: { Days: days, GlacierJobParameters: { Tier: tier } },
  }),
}));
