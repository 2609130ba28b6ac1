import { readFile, stat } from 'node:fs/promises';

import { InvalidInputError } from '@arch/core';
import { text, withLocalErrors, z } from '@arch/core/builder';

/** An image in S3. */
export interface S3Image {
  /** Name of the bucket, which must be in the region of the call. */
  readonly bucket: string;
  /** Key of the object. */
  readonly key: string;
  /** ID of the version of the object. Default: the latest version. */
  readonly versionId?: string | undefined;
  /** Size of the object in bytes, if you know it. An image over 15 MB is then rejected before anything is sent. */
  readonly sizeBytes?: number | undefined;
}

/** A JPEG or PNG image: the path of a file, bytes, or an object in S3. */
export type ImageInput = string | Uint8Array | S3Image;

/** AWS's limits: https://docs.aws.amazon.com/rekognition/latest/dg/limits.html */
export const maxImageBytes = 5_242_880;
export const maxS3ImageBytes = 15_728_640;

/** Checks the input member for an image, without reading a file. */
export const imageInput = (): z.ZodMiniType<ImageInput> =>
  z.union([
    text(1, 4_096),
    z.instanceof(Uint8Array).check(
      z.refine((bytes) => bytes.byteLength > 0 && bytes.byteLength <= maxImageBytes, {
        error: 'an image of 1 byte to 5 MB (5,242,880 bytes); put larger images of up to 15 MB into S3',
      }),
    ),
    z.strictObject({
      bucket: text(3, 255),
      key: text(1, 1_024),
      versionId: z.optional(text(1, 1_024)),
      sizeBytes: z.optional(z.int().check(z.gte(1), z.lte(maxS3ImageBytes))),
    }),
  ]) as z.ZodMiniType<ImageInput>;

/** An image in AWS's form. */
export interface RekognitionImage {
  readonly Bytes?: Uint8Array;
  readonly S3Object?: { readonly Bucket: string; readonly Name: string; readonly Version?: string };
}

/** Returns an image in AWS's form, and reads its file if it is a path. Throws `InvalidInputError` if the file is too large. */
export const readImage = async (operation: string, image: ImageInput, member = 'image'): Promise<RekognitionImage> => {
  if (typeof image === 'string') return { Bytes: await readImageFile(operation, image, member) };
  if (image instanceof Uint8Array) return { Bytes: image };
  const { bucket, key, versionId } = image;
  return { S3Object: { Bucket: bucket, Name: key, ...(versionId !== undefined && { Version: versionId }) } };
};

const readImageFile = async (operation: string, path: string, member: string): Promise<Uint8Array> => {
  const invalidFile = (problem: string): InvalidInputError =>
    new InvalidInputError(
      `${operation}: ${member} must be an image file of 1 byte to 5 MB (5,242,880 bytes); put larger images of up to 15 MB into S3 (got ${JSON.stringify(path)}, ${problem}).`,
      { operation },
    );
  const found = await withLocalErrors({ operation, verb: 'read', path }, () => stat(path));
  if (!found.isFile()) throw invalidFile('which is not a file');
  if (found.size === 0) throw invalidFile('which is empty');
  if (found.size > maxImageBytes) throw invalidFile(`which has ${found.size} bytes`);
  return withLocalErrors({ operation, verb: 'read', path }, () => readFile(path));
};
