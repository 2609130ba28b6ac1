import { ArchError } from '@arch/core';
import { input, noOutput, operation, type Operation, task, type WaitableOperation, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { RestoreObjectCommand } from '@aws-sdk/client-s3';

import type { ObjectHead } from '../objects/index.js';
import { type ObjectVersionReference, objectVersionReference } from '../object-version-reference.js';
import { waitForRestoredObject } from './wait-for-restored-object.js';

/**
 * Speeds of a restore, at falling prices: `Expedited` takes 1–5 minutes (not for `DEEP_ARCHIVE`), `Standard` 3–12 hours, `Bulk` 5–48 hours.
 */
export const restoreTiers = ['Expedited', 'Standard', 'Bulk'] as const;
export type RestoreTier = (typeof restoreTiers)[number];

export interface RestoreObjectInput extends ObjectVersionReference {
  /**
   * The number of days, at least 1, after which S3 removes the restored copy. Required for `GLACIER` and `DEEP_ARCHIVE`; must be omitted for
   * `INTELLIGENT_TIERING`, for which S3 makes no copy.
   */
  readonly days?: number | undefined;
  /** The speed of the restore. Default: `Standard`, 3–5 hours for `GLACIER`, up to 12 hours for `DEEP_ARCHIVE`. */
  readonly tier?: RestoreTier | undefined;
}

/** An object that S3 is restoring. */
export interface RestoringObject {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the object. */
  readonly key: string;
  /** The ID of the version, if the input contains one. */
  readonly versionId?: string | undefined;
}

/** Checks the number of days of a restored copy. */
export const restoreDays = (): z.ZodMiniType<number | undefined> =>
  z.optional(z.int().check(z.gte(1), z.lte(2_147_483_647)));

const restoreObjectInput = (): z.ZodMiniType<RestoreObjectInput> =>
  input<RestoreObjectInput>({
    ...objectVersionReference(),
    days: restoreDays(),
    tier: z.optional(z.enum(restoreTiers)),
  });

/**
 * Requests that S3 makes a readable copy of an archived object for some days. The object itself stays archived. If a restore is already in
 * progress, the call succeeds; if the object is already restored, `days` starts again. AWS bills a restore by size; `Expedited` costs several
 * times as much as `Standard`.
 *
 * @example
 * await restoreObject({ bucket: 'originals', key: 'contract.pdf', days: 3 }, { wait: true });
 * @throws {NotFoundError} there is no such object or version.
 * @throws {ConflictError} the object is not archived.
 * @throws {CapacityError} S3 does not have enough capacity for `Expedited` now.
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
      // Another caller requested a restore, or an earlier attempt whose response was lost did.
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
