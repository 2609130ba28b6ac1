import {
  type AwsInput,
  optionalString,
  input,
  list,
  operation,
  type Operation,
  resource,
  type Schema,
  task,
  text,
  z,
} from '@arch/core/builder';
import { bucketName, objectKey, s3 } from '@arch/services/s3';
import { _Error$, DeleteObjectsCommand, DeleteObjectsOutput$ } from '@aws-sdk/client-s3';

export interface DeleteObjectsInput extends AwsInput {
  readonly bucket: string;
  /** Keys, or versions of keys; any number. */
  readonly objects: readonly (string | { readonly key: string; readonly versionId?: string | undefined })[];
  /** Deletes in spite of a retention in `GOVERNANCE` mode. Default `false`. */
  readonly bypassGovernanceRetention?: boolean | undefined;
}

/** An object that S3 has not deleted, and why. */
export interface UndeletedObject {
  readonly key: string;
  readonly versionId?: string | undefined;
  /** e.g. `AccessDenied`. */
  readonly code: string;
  readonly message: string;
}

/** What has become of the objects. */
export interface DeleteObjectsResult {
  readonly deletedCount: number;
  /** Those that are still there. */
  readonly errors: readonly UndeletedObject[];
}

/** AWS's limit for one request. */
const mostKeys = 1_000;

/**
 * Deletes many objects, 1,000 in a request, one request after the other. Objects that are not there count as deleted. What S3 does not delete
 * is no exception: it is in `errors`, with S3's reason for each.
 *
 * @example
 * const { errors } = await deleteObjects({ bucket: 'reports', objects: ['2025/11.csv', '2025/12.csv'] });
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html
 */
export const deleteObjects: Operation<
  DeleteObjectsInput,
  DeleteObjectsResult,
  { on: 'bucket' | 'key' | 'prefix'; with: 'bypassGovernanceRetention' | 'versionId' }
> = task(() => ({
  name: 'deleteObjects',
  input: input<DeleteObjectsInput>({
    bucket: bucketName(),
    objects: z.array(
      z.union([objectKey(), z.strictObject({ key: objectKey(), versionId: z.optional(text(1, 1_024)) })]),
    ),
    bypassGovernanceRetention: z.optional(z.boolean()),
  }),
  uses: [requestDeletion],
  run: async ({ objects, ...rest }, options) => {
    const errors: UndeletedObject[] = [];
    for (let from = 0; from < objects.length; from += mostKeys) {
      const some = await requestDeletion({ ...rest, objects: objects.slice(from, from + mostKeys) }, options);
      errors.push(...some.errors);
    }
    return { deletedCount: objects.length - errors.length, errors };
  },
}));

const undeleted = (): Schema<UndeletedObject> =>
  resource<UndeletedObject>(_Error$, {
    key: z.string(),
    versionId: optionalString(),
    code: z.string(),
    message: { type: z.string(), read: (value) => value ?? '' },
  });

const requestDeletion: Operation<DeleteObjectsInput, Pick<DeleteObjectsResult, 'errors'>> = operation(() => ({
  name: 'deleteObjects',
  service: s3,
  command: DeleteObjectsCommand,
  permissions: [
    { action: 's3:DeleteObject', resources: ['object'] },
    { action: 's3:DeleteObjectVersion', resources: ['object'], with: 'versionId' },
    { action: 's3:BypassGovernanceRetention', resources: ['object'], with: 'bypassGovernanceRetention' },
  ],
  input: input<DeleteObjectsInput>({
    bucket: z.string(),
    objects: z.array(z.custom<DeleteObjectsInput['objects'][number]>()),
    bypassGovernanceRetention: z.optional(z.boolean()),
  }),
  output: resource<Pick<DeleteObjectsResult, 'errors'>>(DeleteObjectsOutput$, { errors: list(undeleted()) }),
  deletes: true,
  // Quiet: the answer holds only what was not deleted.
  request: ({ bucket, objects }) => ({
    Bucket: bucket,
    Delete: {
      Quiet: true,
      Objects: objects.map((each) =>
        typeof each === 'string' ? { Key: each } : { Key: each.key, VersionId: each.versionId },
      ),
    },
  }),
}));
