import { type CallOptions, checkAwsMembers, input, type Operation, task, text, z } from '@arch/core/builder';
import { bucketName } from '@arch/services/s3';
import { DeleteObjectsCommand } from '@aws-sdk/client-s3';

import { inParallel } from '../../in-parallel.js';
import { deleteObjects } from '../deletions/index.js';
import { type ListedObject, listObjects } from '../index.js';
import type { PrefixResult } from './prefix-result.js';
import { everythingRule, type PrefixSettings, prefixSettings } from './prefix-settings.js';
import { failureOf, prefixTally, type PrefixTally } from './prefix-tally.js';

export interface DeletePrefixInput extends PrefixSettings {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The prefix of the keys, at most 1,024 characters. It ends with `/` to select one folder: `2026` also selects `2026-old/a.csv`. */
  readonly prefix: string;
}

/** S3's limit for one request. */
const mostKeys = 1_000;

/**
 * Deletes all objects with a prefix, 1,000 per request. In a bucket with versioning, S3 keeps all versions and adds delete markers. An object
 * that S3 does not delete is in `failed`, and the others are deleted. The default deadline is 24 hours.
 *
 * @example
 * const { objectCount, failed } = await deletePrefix({ bucket: 'reports', prefix: 'temporary/' });
 * @throws {NotFoundError} there is no such bucket.
 * @throws {AccessDeniedError} the credentials lack `s3:ListBucket`.
 * @throws {ConnectionError} S3 was not reached before the first object was deleted.
 * @throws {InvalidInputError} the prefix is empty without `everything`.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html
 */
export const deletePrefix: Operation<
  DeletePrefixInput,
  PrefixResult,
  { on: 'bucket' | 'key' | 'prefix'; with: 'bypassGovernanceRetention' | 'versionId' }
> = task(() => ({
  name: 'deletePrefix',
  input: input<DeletePrefixInput>({ bucket: bucketName(), prefix: text(0, 1_024), ...prefixSettings() }).check(
    z.refine(({ prefix, everything }) => prefix !== '' || everything === true, { error: everythingRule }),
  ),
  uses: [listObjects, deleteObjects],
  timeoutMs: 86_400_000,
  run: async (members, options, steps) => {
    checkAwsMembers('deletePrefix', DeleteObjectsCommand, members.aws);
    const tally = prefixTally(members);
    try {
      await deleteListed(members, tally, options);
    } catch (error) {
      const { objectCount } = tally.result;
      if (objectCount > 0) steps.note(`the number of objects that are already deleted is ${objectCount}`);
      throw error;
    }
    return tally.result;
  },
}));

const deleteListed = async (
  { bucket, prefix, concurrency = 8, aws }: DeletePrefixInput,
  tally: PrefixTally,
  options: CallOptions,
): Promise<void> => {
  const { signal = new AbortController().signal } = options;
  const batches = batchesOf(listObjects({ bucket, prefix }, options));
  await inParallel(batches, { concurrency, signal }, async (objects, either) => {
    const keys = objects.map(({ key }) => key);
    const { errors } = await deleteObjects({ bucket, objects: keys, aws }, { ...options, signal: either }).catch(
      (error: unknown) => ({ errors: keys.map((key) => failureOf(key, error, { signal: either, tally })) }),
    );
    const failures = new Map(errors.map(({ key, code, message }) => [key, { key, code, message }]));
    for (const { key, sizeBytes } of objects) tally.add({ key, sizeBytes, failure: failures.get(key) });
  });
};

async function* batchesOf(objects: AsyncIterable<ListedObject>): AsyncGenerator<readonly ListedObject[], void> {
  let batch: ListedObject[] = [];
  for await (const object of objects) {
    if (batch.push(object) < mostKeys) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
