import { asIs, input, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetObjectAnnotationCommand } from '@aws-sdk/client-s3';

import { parseText } from '../parse-content.js';
import { bodyError } from '../../read-body.js';
import { type AnnotationReference, annotationReference } from './annotation-reference.js';

export interface GetObjectAnnotationInput extends AnnotationReference {}

/**
 * Reads the text of an annotation of an object, without its byte order mark. The text is verified with the checksum that S3 stores.
 *
 * @example
 * const labels = await getObjectAnnotation({ bucket: 'pictures', key: 'street.jpg', annotationName: 'labels' });
 * @throws {NotFoundError} there is no such annotation, object, version or bucket.
 * @throws {UnexpectedResponseError} the annotation is not UTF-8 text, or does not match its checksum.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAnnotation.html
 */
export const getObjectAnnotation: Operation<
  GetObjectAnnotationInput,
  string,
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = operation(() => ({
  name: 'getObjectAnnotation',
  service: s3,
  command: GetObjectAnnotationCommand,
  permissions: [
    { action: 's3:GetObjectAnnotation', resources: ['object'] },
    { action: 's3:GetObjectVersionAnnotation', resources: ['object'], with: 'versionId' },
  ],
  input: input<GetObjectAnnotationInput>(annotationReference()),
  output: asIs<string>(),
  select: readAnnotation,
}));

interface AnnotationResponse {
  readonly AnnotationPayload?: { transformToByteArray(): Promise<Uint8Array> } | undefined;
}

const readAnnotation = async (
  { AnnotationPayload: payload }: AnnotationResponse,
  { annotationName }: AnnotationReference,
): Promise<string> => {
  const operation = 'getObjectAnnotation';
  try {
    const bytes = (await payload?.transformToByteArray()) ?? new Uint8Array();
    return parseText({ operation, key: annotationName }, bytes);
  } catch (error) {
    throw bodyError(operation, annotationName, error);
  }
};
