import {
  type AwsInput,
  type AwsResource,
  filled,
  input,
  operation,
  type Operation,
  resource,
  text,
  z,
} from '@arch/core/builder';
import { DeleteObjectCommand, DeleteObjectOutput$ } from '@aws-sdk/client-s3';

import { bucketName, objectKey } from '../clients/s3-names.js';
import { s3 } from '../clients/s3.js';

export interface DeleteObjectInput extends AwsInput {
  readonly bucket: string;
  readonly key: string;
  /** Deletes this version for good. Default: in a bucket with versions, the object is hidden behind a delete marker. */
  readonly versionId?: string | undefined;
  /** Deletes in spite of a retention in `GOVERNANCE` mode. Default `false`. */
  readonly bypassGovernanceRetention?: boolean | undefined;
}

/** What S3 has done. */
export interface DeletedObject extends AwsResource {
  /** Whether a delete marker was made, or deleted. */
  readonly deleteMarker?: boolean | undefined;
  /** Of the version, or of the marker that was made. */
  readonly versionId?: string | undefined;
}

/**
 * Deletes an object; one that is not there is no error.
 *
 * @example
 * await deleteObject({ bucket: 'reports', key: '2026/11.csv' });
 * @throws {NotFoundError} there is no such bucket.
 * @throws {ConflictError} Object Lock keeps the version: until its date, or until its legal hold is lifted.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html
 */
export const deleteObject: Operation<DeleteObjectInput, DeletedObject> = operation(() => ({
  name: 'deleteObject',
  service: s3,
  command: DeleteObjectCommand,
  permissions: [
    { action: 's3:DeleteObject', resources: ['object'] },
    { action: 's3:DeleteObjectVersion', resources: ['object'], when: 'a version is given' },
    { action: 's3:BypassGovernanceRetention', resources: ['object'], when: 'bypassGovernanceRetention is true' },
  ],
  input: input<DeleteObjectInput>({
    bucket: bucketName(),
    key: objectKey(),
    versionId: z.optional(text(1, 1_024)),
    bypassGovernanceRetention: z.optional(z.boolean()),
  }),
  output: resource<DeletedObject>(DeleteObjectOutput$, { deleteMarker: z.optional(z.boolean()), versionId: filled() }),
}));
