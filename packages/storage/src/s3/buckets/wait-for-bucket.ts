import { NotFoundError } from '@arch/core';
import { goalWaiter, type GoalWaiter, input, sessionFor, z } from '@arch/core/builder';
import { bucketName } from '@arch/services/s3';

import { headBucket } from '../head-bucket.js';
import type { CreatedBucket } from './create-bucket.js';

/** The goals of a wait. */
export const bucketGoals = ['exists', 'deleted'] as const;
export type BucketGoal = (typeof bucketGoals)[number];

export interface WaitForBucketInput {
  /** The name of the bucket. */
  readonly bucket: string;
  /** The goal of the wait. */
  readonly state: BucketGoal;
}

/**
 * Waits until a bucket exists, or until it no longer exists; `deleted` resolves with `undefined`. Useful for buckets that others create or
 * delete: `createBucket` and `deleteBucket` return after the change.
 *
 * @example
 * const { region } = await waitForBucket({ bucket: 'reports', state: 'exists' });
 * @throws {DeadlineError} the bucket has not reached the state within 10 minutes, or `timeoutMs`.
 * @throws {AccessDeniedError} the bucket exists, and the credentials lack the permission or another account owns it.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html
 */
export const waitForBucket: GoalWaiter<WaitForBucketInput, { exists: CreatedBucket; deleted: void }, { on: 'bucket' }> =
  goalWaiter(() => ({
    name: 'waitForBucket',
    key: 'bucket',
    input: input<WaitForBucketInput>({ bucket: bucketName(), state: z.enum(bucketGoals) }),
    absent: 'deleted',
    uses: [headBucket],
    look: async ({ bucket, state: goal }, options) => {
      try {
        const { bucketRegion } = await headBucket({ bucket }, options);
        const value = { bucket, region: bucketRegion ?? (await sessionFor(options).region()) };
        return { verdict: goal === 'exists' ? 'reached' : 'pending', state: 'existing', value };
      } catch (error) {
        if (goal === 'deleted' || !(error instanceof NotFoundError)) throw error;
        return { verdict: 'pending', state: 'not existing', value: { bucket, region: '' } };
      }
    },
  }));
