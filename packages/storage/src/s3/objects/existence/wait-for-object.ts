import { goalWaiter, type GoalWaiter, input, type Observation, text, z } from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';

import type { ObjectHead } from '../index.js';
import { existenceRequests, headIfExists } from './head-if-exists.js';

/** The goals of a wait. */
export const objectGoals = ['exists', 'deleted'] as const;
export type ObjectGoal = (typeof objectGoals)[number];

export interface WaitForObjectInput {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the object, 1–1,024 bytes in UTF-8. */
  readonly key: string;
  /** The ID of the version. Default: the current version. */
  readonly versionId?: string | undefined;
  /** The goal of the wait. `deleted` is also reached by a delete marker. */
  readonly state: ObjectGoal;
}

/**
 * Waits until an object that another program writes or deletes exists, or no longer exists. S3 is strongly consistent: after your own
 * `putObject` or `deleteObject` no wait is needed. The function checks every second, later every 15 seconds; the default deadline is
 * 10 minutes. Without the permission `s3:ListBucket`, S3 denies the request for an object that does not exist, and the wait fails.
 *
 * @example
 * const { sizeBytes } = await waitForObject({ bucket: 'reports', key: '2026/11.csv', state: 'exists' });
 * @throws {DeadlineError} the object has not reached the state within 10 minutes, or `timeoutMs`.
 * @throws {NotFoundError} there is no such bucket, while the wait is for an object to exist.
 * @throws {AccessDeniedError} the credentials lack `s3:GetObject`, or `s3:ListBucket` for an object that does not exist.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 */
export const waitForObject: GoalWaiter<
  WaitForObjectInput,
  { exists: ObjectHead; deleted: void },
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = goalWaiter(() => ({
  name: 'waitForObject',
  key: 'key',
  input: input<WaitForObjectInput>({
    bucket: bucketName(),
    key: objectKey(),
    versionId: z.optional(text(1, 1_024)),
    state: z.enum(objectGoals),
  }),
  absent: 'deleted',
  uses: existenceRequests(),
  look: async ({ state: goal, ...object }, options): Promise<Observation<ObjectHead>> => {
    const value = await headIfExists(object, options);
    const isReached = (value !== undefined) === (goal === 'exists');
    const state = value === undefined ? 'missing' : 'present';
    // Without the object, only the goal `deleted` can be reached, which has no value.
    return { verdict: isReached ? 'reached' : 'pending', state, value: value as ObjectHead };
  },
}));
