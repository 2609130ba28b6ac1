import { type AwsResource, optionalString, from, resource, type Schema, z } from '@arch/core/builder';
import { _Object$ } from '@aws-sdk/client-s3';

/** An object as a listing has it. https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html */
export interface ListedObject extends AwsResource {
  readonly key: string;
  readonly sizeBytes: number;
  readonly lastModified: Date;
  readonly eTag?: string | undefined;
  readonly storageClass?: string | undefined;
}

/** Parses one S3 `Object` structure. */
export const listedObject = (): Schema<ListedObject> =>
  resource<ListedObject>(_Object$, {
    key: z.string(),
    sizeBytes: from('Size', z.number()),
    lastModified: z.date(),
    eTag: optionalString(),
    storageClass: optionalString(),
  });
