import { z } from '@arch/core/builder';

const reserved = /^(?:xn--|sthree-|amzn-s3-demo-)|(?:-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/;

/** Checks the name of a new bucket. https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
export const newBucketName = (): z.ZodMiniType<string> =>
  z.string().check(
    z.regex(
      /^[a-z0-9](?:[a-z0-9.-]{1,61})[a-z0-9]$/,
      '3 to 63 lower-case letters, digits, hyphens and dots, beginning and ending with a letter or digit',
    ),
    z.refine((name) => !name.includes('..') && !/^\d+\.\d+\.\d+\.\d+$/.test(name) && !reserved.test(name), {
      error: 'a name without two dots in a row that is not an IP address and has no prefix or suffix that S3 reserves',
    }),
  );

/**
 * Checks the name of a bucket, or the alias or ARN of an access point, also on Outposts or of Object Lambda. No request accepts the ARN of a
 * bucket. Directory buckets are rejected because they require a session, and multi-region access points because they require another signature.
 */
export const bucketName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?:arn:[\w-]+:s3(?:-outposts|-object-lambda)?:[\w-]+:\d{12}:(?:accesspoint|outpost)[/:][\w.:/-]+|(?!.*(?:--xa?-s3|\.mrap)$)[A-Za-z0-9][\w.-]{1,253}[A-Za-z0-9])$/,
        'the name of a bucket, e.g. my-reports, or the ARN of an access point; directory buckets and multi-region access points are not supported',
      ),
    );

const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

/** Checks the key of an object. */
export const objectKey = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(z.refine((key) => key.length > 0 && bytesOf(key) <= 1_024, { error: 'a key of 1 to 1,024 bytes in UTF-8' }));

/** Checks the type of an object's metadata. Its names, characters and size are checked when it is encoded as headers. */
export const metadataRecord = (): z.ZodMiniType<Readonly<Record<string, string>>> =>
  z.custom<Readonly<Record<string, string>>>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.values(value).every((each) => typeof each === 'string'),
    'an object whose values are strings',
  );
