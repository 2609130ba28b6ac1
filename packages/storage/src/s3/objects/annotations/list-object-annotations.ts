import { input, listOperation, type ListOperation, text, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { ListObjectAnnotationsCommand } from '@aws-sdk/client-s3';

import { type ObjectVersionReference, objectVersionReference } from '../../object-version-reference.js';
import { objectAnnotation, type ObjectAnnotation } from './object-annotation.js';

export interface ListObjectAnnotationsInput extends ObjectVersionReference {
  /** Prefix of the names, at most 512 characters. Default: all names. */
  readonly annotationPrefix?: string | undefined;
}

/**
 * Lists the annotations of an object with their names and sizes, 1,000 per request. An object has at most 1,000 annotations.
 *
 * @example
 * for await (const { annotationName } of listObjectAnnotations({ bucket: 'pictures', key: 'street.jpg' })) console.log(annotationName);
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectAnnotations.html
 */
export const listObjectAnnotations: ListOperation<
  ListObjectAnnotationsInput,
  ObjectAnnotation,
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = listOperation(() => ({
  name: 'listObjectAnnotations',
  service: s3,
  command: ListObjectAnnotationsCommand,
  permissions: [
    { action: 's3:ListObjectAnnotations', resources: ['object'] },
    { action: 's3:ListObjectVersionAnnotations', resources: ['object'], with: 'versionId' },
  ],
  input: input<ListObjectAnnotationsInput>({
    ...objectVersionReference(),
    annotationPrefix: z.optional(text(0, 512)),
  }),
  item: objectAnnotation(),
  items: ({ Annotations }) => Annotations,
  pages: {
    token: 'ContinuationToken',
    next: 'NextContinuationToken',
    size: { member: 'MaxAnnotationResults', least: 1, most: 1_000 },
  },
}));
