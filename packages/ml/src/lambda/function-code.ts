import { secret, text, z } from '@arch/core/builder';

/** A folder that contains the code. */
export interface FolderCode {
  /**
   * Path of the folder. All its files are packed, except `.git`, `.DS_Store` and files that may be secrets: `.npmrc`, `.env*`, `.aws`,
   * `.ssh`, `id_rsa`, `id_dsa`, `id_ecdsa`, `id_ed25519`, text files that contain a private key in PEM format, and links to any of these.
   * If the folder contains `index.ts` and no `index.js`, the esbuild of your project bundles `index.ts` with its imports, and other files
   * are not packed.
   */
  readonly folder: string;
  /**
   * Files and folders that are packed even if they may be secrets: exact paths within the folder, e.g. `.npmrc` or
   * `certificates/server.key`.
   */
  readonly include?: readonly string[] | undefined;
}

/** One file that contains the code. */
export interface FileCode {
  /**
   * Path of the file. A JavaScript file becomes the module `index`, unchanged. A TypeScript file becomes the module `index`, bundled with
   * its imports. Other files keep their name.
   */
  readonly file: string;
}

/** An existing .zip file. */
export interface ZipCode {
  /** Path or bytes of the .zip file, at most 50 MB. */
  readonly zip: string | Uint8Array;
}

/** A .zip file in S3, with at most 250 MB unzipped. The 50 MB limit for the .zip file itself does not apply. */
export interface S3Code {
  /** Name of the bucket, which must be in the region of the function. */
  readonly s3Bucket: string;
  /** Key of the object. */
  readonly s3Key: string;
  /** Version of the object. Default: the latest version. */
  readonly s3ObjectVersion?: string | undefined;
}

/** A container image. */
export interface ImageCode {
  /** URI of the image in ECR, e.g. `123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:latest`. */
  readonly imageUri: string;
}

/** Code on this machine, which is packed and uploaded. */
export type LocalCode = FolderCode | FileCode | ZipCode;
/** The code of a function. */
export type FunctionCode = LocalCode | S3Code | ImageCode;

const path = (): z.ZodMiniType<string> => text(1, 4_096);

/** Checks a {@link FunctionCode}. */
export const functionCode = (): z.ZodMiniType<FunctionCode> =>
  z.union([
    z.strictObject({ folder: path(), include: z.optional(z.array(path())) }),
    z.strictObject({ file: path() }),
    z.strictObject({ zip: z.union([path(), secret(z.instanceof(Uint8Array))]) }),
    z.strictObject({
      s3Bucket: text(3, 63),
      s3Key: text(1, 1_024),
      s3ObjectVersion: z.optional(text(1, 1_024)),
    }),
    z.strictObject({ imageUri: text(1, 2_048) }),
  ]);
