import { UnexpectedResponseError } from '@arch/core';
import { checkAwsMembers, input, operation, type Operation, task, withAws, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetObjectAttributesCommand, type GetObjectAttributesCommandInput } from '@aws-sdk/client-s3';

import { type ObjectVersionReference, objectVersionReference } from '../../object-version-reference.js';
import { type AttributesPage, attributesPage, type ObjectAttributes, type ObjectPart } from './object-attributes.js';

export interface GetObjectAttributesInput extends ObjectVersionReference {}

/**
 * Reads the attributes of an object in one request: ETag, checksum, size, storage class and parts. An object with more than 1,000 parts takes a
 * request for each 1,000 parts. `headObject` also returns the content type and the metadata.
 *
 * @example
 * const { sizeBytes, checksumType, checksumCrc64Nvme, parts } = await getObjectAttributes({ bucket: 'videos', key: 'film.mp4' });
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html
 */
export const getObjectAttributes: Operation<
  GetObjectAttributesInput,
  ObjectAttributes,
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = task(() => ({
  name: 'getObjectAttributes',
  input: input<GetObjectAttributesInput>(objectVersionReference()),
  uses: [requestAttributes],
  timeoutMs: 60_000,
  run: async (members, options) => {
    checkAwsMembers('getObjectAttributes', GetObjectAttributesCommand, members.aws);
    const first = await requestAttributes(members, options);
    const parts: ObjectPart[] = [...first.parts];
    for (let page = first; page.isTruncated;) {
      const marker = nextMarker(page, members.key);
      page = await requestAttributes({ ...members, marker }, options);
      parts.push(...page.parts);
    }
    const { isTruncated: _more, nextPartNumberMarker: _next, ...attributes } = first;
    return withAws({ ...attributes, parts }, first.aws);
  },
}));

const nextMarker = ({ nextPartNumberMarker: next, parts }: AttributesPage, id: string): string => {
  if (next !== undefined && parts.length > 0 && Number(next) >= (parts.at(-1)?.partNumber ?? 0)) return next;
  throw new UnexpectedResponseError(
    `getObjectAttributes: S3 says that ${id} has more parts, but does not name the next one.`,
    { operation: 'getObjectAttributes', resource: 'object', id },
  );
};

const allAttributes: GetObjectAttributesCommandInput['ObjectAttributes'] = [
  'ETag',
  'Checksum',
  'ObjectParts',
  'StorageClass',
  'ObjectSize',
];

interface AttributesRequest extends GetObjectAttributesInput {
  /** The number of the part after which the page starts. */
  readonly marker?: string | undefined;
}

const requestAttributes: Operation<AttributesRequest, AttributesPage> = operation(() => ({
  name: 'getObjectAttributes',
  service: s3,
  command: GetObjectAttributesCommand,
  permissions: [
    { action: 's3:GetObject', resources: ['object'] },
    { action: 's3:GetObjectAttributes', resources: ['object'] },
    { action: 's3:GetObjectVersion', resources: ['object'], with: 'versionId' },
    { action: 's3:GetObjectVersionAttributes', resources: ['object'], with: 'versionId' },
  ],
  input: input<AttributesRequest>({ ...objectVersionReference(), marker: z.optional(z.string()) }),
  output: attributesPage(),
  request: ({ bucket, key, marker }) => ({
    Bucket: bucket,
    Key: key,
    ObjectAttributes: allAttributes,
    ...(marker !== undefined && { PartNumberMarker: marker }),
  }),
}));
