import { type AwsResource, from, optionalString, resource, type Schema, z } from '@arch/core/builder';
import { AnnotationEntry$ } from '@aws-sdk/client-s3';

/** An annotation of an object. https://docs.aws.amazon.com/AmazonS3/latest/API/API_AnnotationEntry.html */
export interface ObjectAnnotation extends AwsResource {
  /** The name of the annotation. */
  readonly annotationName: string;
  /** The size of the text in bytes. */
  readonly sizeBytes: number;
  /** The time at which the annotation was last written, in UTC. */
  readonly lastModified: Date;
  /** The ETag of the annotation. */
  readonly eTag?: string | undefined;
}

/** Parses one S3 `AnnotationEntry` structure. */
export const objectAnnotation = (): Schema<ObjectAnnotation> =>
  resource<ObjectAnnotation>(AnnotationEntry$, {
    annotationName: z.string(),
    sizeBytes: from('Size', z.number()),
    lastModified: z.date(),
    eTag: optionalString(),
  });
