import {
  type CallOptions,
  checkAwsMembers,
  input,
  task,
  type TaskSteps,
  text,
  type WaitableOperation,
  z,
} from '@arch/core/builder';
import { bucketName } from '@arch/services/s3';
import { RestoreObjectCommand } from '@aws-sdk/client-s3';

import { restoreObject, type RestoreTier, restoreTiers } from '../../archives/index.js';
import { isArchived } from '../../is-archived.js';
import { headObject, type ListedObject, listObjects } from '../index.js';
import { forEachObject } from './for-each-object.js';
import type { PrefixRestore } from './prefix-restore.js';
import { everythingRule, type PrefixSettings, prefixSettings } from './prefix-settings.js';
import { waitForRestores } from './wait-for-restores.js';

export interface RestorePrefixInput extends PrefixSettings {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The prefix of the keys, at most 1,024 characters. It ends with `/` to select one folder: `2026` also selects `2026-old/a.csv`. */
  readonly prefix: string;
  /** The number of days, at least 1, after which S3 removes the restored copies. AWS bills them until then. */
  readonly days: number;
  /** The speed of the restore. Default: `Standard`, 3–5 hours for `GLACIER`, up to 12 hours for `DEEP_ARCHIVE`. */
  readonly tier?: RestoreTier | undefined;
}

/**
 * Requests that S3 makes readable copies of all archived objects with a prefix, each as `restoreObject` does; with `wait`, waits until S3 has made
 * them. For objects that are restored already, `days` starts again. An object that fails is in `failed`, and the others are restored; a second
 * call is harmless. The wait lists the objects every minute, in one request per 1,000 objects, and its `onProgress` reports how many can be read.
 * Objects in `INTELLIGENT_TIERING` are only counted, because S3's listing does not contain their access tier: use `restoreObject` for them. The
 * default deadline is 24 hours, and 49 hours for the wait.
 *
 * @example
 * const onProgress = ({ reason }: { reason?: string | undefined }) => console.log(reason);
 * const input = { bucket: 'originals', prefix: '2019/', days: 3, tier: 'Bulk' } as const;
 * const { objectCount, failed } = await restorePrefix(input, { wait: { onProgress } });
 * @throws {NotFoundError} there is no such bucket.
 * @throws {AccessDeniedError} the credentials lack `s3:ListBucket`.
 * @throws {ConnectionError} S3 was not reached before the first restore was requested.
 * @throws {DeadlineError} the objects were not restored within 49 hours, or `timeoutMs` of `wait`.
 * @throws {InvalidInputError} the prefix is empty without `everything`.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects.html
 */
export const restorePrefix: WaitableOperation<
  RestorePrefixInput,
  PrefixRestore,
  PrefixRestore,
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = task(() => ({
  name: 'restorePrefix',
  input: input<RestorePrefixInput>({
    bucket: bucketName(),
    prefix: text(0, 1_024),
    days: z.int().check(z.gte(1), z.lte(2_147_483_647)),
    tier: z.optional(z.enum(restoreTiers)),
    ...prefixSettings(),
  }).check(z.refine(({ prefix, everything }) => prefix !== '' || everything === true, { error: everythingRule })),
  uses: [listObjects, restoreObject, headObject],
  timeoutMs: 86_400_000,
  run: (members, options, steps) => restoreListed(members, { options, steps }),
  wait: waitForRestores,
}));

const restoreListed = async (
  { bucket, prefix, days, tier, aws, concurrency, onProgress, onObject }: RestorePrefixInput,
  call: { readonly options: CallOptions; readonly steps: TaskSteps },
): Promise<PrefixRestore> => {
  checkAwsMembers('restorePrefix', RestoreObjectCommand, aws);
  const others = { readableCount: 0, tieringCount: 0 };
  const job = {
    concurrency,
    onProgress,
    onObject,
    work: ({ key }: ListedObject, own: CallOptions) => restoreObject({ bucket, key, days, tier, aws }, own),
    done: 'whose restore is already requested',
  };
  const result = await forEachObject(archivedOf(listObjects({ bucket, prefix }, call.options), others), job, call);
  return { bucket, prefix, ...result, ...others };
};

/** Yields the archived objects, and counts the others. */
async function* archivedOf(
  objects: AsyncIterable<ListedObject>,
  counts: { readableCount: number; tieringCount: number },
): AsyncGenerator<ListedObject, void, undefined> {
  for await (const object of objects) {
    if (isArchived(object)) yield object;
    else if (object.storageClass === 'INTELLIGENT_TIERING') counts.tieringCount++;
    else counts.readableCount++;
  }
}
