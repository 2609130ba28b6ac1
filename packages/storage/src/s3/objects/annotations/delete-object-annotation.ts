import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { DeleteObjectAnnotationCommand } from '@aws-sdk/client-s3';

import { type AnnotationReference, annotationReference } from './annotation-reference.js';

export interface DeleteObjectAnnotationInput extends AnnotationReference {}

/**
 * Deletes an annotation of an object for ever: S3 keeps no versions of annotations.
 *
 * @example
 * await deleteObjectAnnotation({ bucket: 'pictures', key: 'street.jpg', annotationName: 'labels' });
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @throws {AccessDeniedError} Object Lock protects the object, or the credentials lack the permission.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectAnnotation.html
 */
export const deleteObjectAnnotation: Operation<
  DeleteObjectAnnotationInput,
  void,
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = operation(() => ({
  name: 'deleteObjectAnnotation',
  service: s3,
  command: DeleteObjectAnnotationCommand,
  permissions: [
    { action: 's3:DeleteObjectAnnotation', resources: ['object'] },
    { action: 's3:DeleteObjectVersionAnnotation', resources: ['object'], with: 'versionId' },
  ],
  input: input<DeleteObjectAnnotationInput>(annotationReference()),
  output: noOutput(),
  // It deletes the annotation, not the object.
  deletes: false,
}));
