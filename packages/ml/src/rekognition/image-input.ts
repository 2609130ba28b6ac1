import { readFile, stat } from 'node:fs/promises';

import { InvalidInputError } from '@arch/core';
import { text, withLocalErrors, z } from '@arch/core/builder';

/** An image in S3. Its bucket has to be in the region of the call. */
export interface S3Image {
  readonly bucket: string;
  readonly key: string;
  /** Of a bucket with versions. Default: the newest. */
  readonly versionId?: string | undefined;
  /** What is known of its size: over 15 MB nothing is sent. */
  readonly sizeBytes?: number | undefined;
}

/** A JPEG or PNG image: the path of a file, its bytes, or where it is in S3. */
export type ImageInput = string | Uint8Array | S3Image;

/** AWS's limits: https://docs.aws.amazon.com/rekognition/latest/dg/limits.html */
export const mostImageBytes = 5_242_880;
export const mostS3ImageBytes = 15_728_640;

/** The input member for an image, checked as far as no file has to be read. */
export const imageInput = (): z.ZodMiniType<ImageInput> =>
  z.union([
    text(1, 4_096),
    z.instanceof(Uint8Array).check(
      z.refine((bytes) => bytes.byteLength > 0 && bytes.byteLength <= mostImageBytes, {
        error: 'an image of 1 byte to 5 MB (5,242,880 bytes); put larger images of up to 15 MB into S3',
      }),
    ),
    z.strictObject({
      bucket: text(3, 255),
      key: text(1, 1_024),
      versionId: z.optional(text(1, 1_024)),
      sizeBytes: z.optional(z.int().check(z.gte(1), z.lte(mostS3ImageBytes))),
    }),
  ]) as z.ZodMiniType<ImageInput>;

/** An image in AWS's words. */
export interface RekognitionImage {
  readonly Bytes?: Uint8Array;
  readonly S3Object?: { readonly Bucket: string; readonly Name: string; readonly Version?: string };
}

/** Reads a file where the image is one; what is too large is an error before anything is sent. */
export const readImage = async (operation: string, image: ImageInput, member = 'image'): Promise<RekognitionImage> => {
  if (typeof image === 'string') return { Bytes: await readImageFile(operation, image, member) };
  if (image instanceof Uint8Array) return { Bytes: image };
  const { bucket, key, versionId } = image;
  return { S3Object: { Bucket: bucket, Name: key, ...(versionId !== undefined && { Version: versionId }) } };
};

const readImageFile = async (operation: string, path: string, member: string): Promise<Uint8Array> => {
  const refuse = (what: string): InvalidInputError =>
    new InvalidInputError(`${operation}: ${member} is the file ${JSON.stringify(path)}, which ${what}.`, { operation });
  const found = await withLocalErrors({ operation, verb: 'read', path }, () => stat(path));
  if (!found.isFile()) throw refuse('is no file');
  if (found.size === 0) throw refuse('is empty');
  if (found.size > mostImageBytes)
    throw refuse(`has ${found.size} bytes: the maximum is 5 MB (5,242,880 bytes), put larger images into S3`);
  return withLocalErrors({ operation, verb: 'read', path }, () => readFile(path));
};
