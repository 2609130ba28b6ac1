import {
  type AwsInput,
  type CallOptions,
  checkAwsMembers,
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

import { isXmlText } from './is-xml-text.js';
import type { UndeletedObject } from './undeleted-object.js';

export interface DeleteObjectsInput extends AwsInput {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The objects, any number: keys, or `{ key, versionId }` to delete a version permanently. */
  readonly objects: readonly (string | { readonly key: string; readonly versionId?: string | undefined })[];
  /** Whether to delete versions under a retention in `GOVERNANCE` mode too. Requires `s3:BypassGovernanceRetention`. Default: `false`. */
  readonly bypassGovernanceRetention?: boolean | undefined;
}

/** The result of {@link deleteObjects}. */
export interface DeleteObjectsResult {
  /** The number of deleted objects. */
  readonly deletedCount: number;
  /** The objects that S3 has not deleted, each with the reason. */
  readonly errors: readonly UndeletedObject[];
}

/** S3's limit for one request. */
const mostKeys = 1_000;

/**
 * Deletes many objects, 1,000 per request, one request after the other. A key with characters that XML cannot contain is deleted with a
 * separate request. Objects that do not exist count as deleted. `errors` contains the objects that S3 has not deleted, with S3's reasons.
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
  run: async (members, options) => {
    checkAwsMembers('deleteObjects', DeleteObjectsCommand, members.aws);
    const { objects } = members;
    const errors: UndeletedObject[] = [];
    const inXml = objects.filter((each) => isXmlText(keyOf(each)));
    for (let from = 0; from < inXml.length; from += mostKeys) {
      errors.push(...(await deleteTogether({ ...members, objects: inXml.slice(from, from + mostKeys) }, options)));
    }
    const others = objects.filter((each) => !isXmlText(keyOf(each)));
    if (others.length > 0) errors.push(...(await deleteSeparately({ ...members, objects: others }, options)));
    return { deletedCount: objects.length - errors.length, errors };
  },
}));

const keyOf = (object: DeleteObjectsInput['objects'][number]): string =>
  typeof object === 'string' ? object : object.key;

/** Errors of stores that do not implement `DeleteObjects` or its checksum, or whose XML parser rejects a key. No object is deleted then. */
const deletesNone = new Set(['MalformedXML', 'MissingContentMD5', 'NotImplemented', 'MethodNotAllowed']);

const deleteTogether = async (
  members: DeleteObjectsInput,
  options: CallOptions,
): Promise<readonly UndeletedObject[]> => {
  try {
    return (await requestDeletion(members, options)).errors;
  } catch (error) {
    if (deletesNone.has((error as { readonly code?: string }).code ?? '')) return deleteSeparately(members, options);
    throw error;
  }
};

/** Loads its module on first use, because such keys are rare. */
const deleteSeparately = async (
  { bucket, objects, bypassGovernanceRetention, aws = {} }: DeleteObjectsInput,
  options: CallOptions,
): Promise<readonly UndeletedObject[]> => {
  const { deleteOneByOne } = await import('./delete-one-by-one.js');
  const { Delete: _objects, ChecksumAlgorithm: _ofXml, ...further } = aws;
  const each = objects.map((object) => (typeof object === 'string' ? { key: object } : object));
  return deleteOneByOne(
    each.map((object) => ({ ...object, bucket, bypassGovernanceRetention, aws: further })),
    options,
  );
};

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
  // With Quiet, the response contains only the objects that were not deleted.
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
