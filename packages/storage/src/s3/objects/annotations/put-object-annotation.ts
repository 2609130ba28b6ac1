import {
  type AwsResource,
  input,
  operation,
  type Operation,
  optionalString,
  resource,
  secret,
} from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutObjectAnnotationCommand, PutObjectAnnotationOutput$ } from '@aws-sdk/client-s3';

import { type AnnotationReference, annotationReference, annotationText } from './annotation-reference.js';

export interface PutObjectAnnotationInput extends AnnotationReference {
  /** The text, e.g. JSON: 1 byte to 1 MiB in UTF-8. */
  readonly annotationPayload: string;
}

/** An annotation that was written. */
export interface WrittenAnnotation extends AwsResource {
  /** The ETag of the annotation. */
  readonly eTag?: string | undefined;
}

/**
 * Writes an annotation of an object: a text with a name that can be changed without writing the object again. Replaces an existing annotation with
 * the same name. An object has at most 1,000 annotations; they have the encryption of the object, and are deleted with it. Objects that are encrypted
 * with keys of the caller (SSE-C) cannot have annotations.
 *
 * @example
 * const picture = { bucket: 'pictures', key: 'street.jpg' };
 * await putObjectAnnotation({ ...picture, annotationName: 'labels', annotationPayload: JSON.stringify(['car', 'tree']) });
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @throws {QuotaExceededError} the object has 1,000 annotations.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectAnnotation.html
 */
export const putObjectAnnotation: Operation<
  PutObjectAnnotationInput,
  WrittenAnnotation,
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = operation(() => ({
  name: 'putObjectAnnotation',
  service: s3,
  command: PutObjectAnnotationCommand,
  repeatable: true,
  permissions: [
    { action: 's3:PutObjectAnnotation', resources: ['object'] },
    { action: 's3:PutObjectVersionAnnotation', resources: ['object'], with: 'versionId' },
  ],
  input: input<PutObjectAnnotationInput>({ ...annotationReference(), annotationPayload: secret(annotationText()) }),
  output: resource<WrittenAnnotation>(PutObjectAnnotationOutput$, { eTag: optionalString() }),
}));
