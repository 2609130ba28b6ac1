import { secret, text, z } from '@arch/core/builder';

/** A folder that holds the code. */
export interface FolderCode {
  /**
   * All of it is packed, except `.git`, `.DS_Store` and what may be a secret: `.npmrc`, `.env*`, `.aws`, `.ssh`, `id_rsa`, `id_dsa`, `id_ecdsa`,
   * `id_ed25519`, text files that contain a private key as PEM, and links to any of these. Where it holds an `index.ts` and no `index.js`, that is
   * bundled with the esbuild of your project instead: what it imports, and nothing else.
   */
  readonly folder: string;
  /** Files and folders that are packed all the same, by their exact paths within the folder, e.g. `.npmrc` or `certificates/server.key`. */
  readonly include?: readonly string[] | undefined;
}

/** One file that holds the code. */
export interface FileCode {
  /** JavaScript becomes the module `index`, as it is; TypeScript too, bundled with what it imports. Any other file keeps its name. */
  readonly file: string;
}

/** A .zip file that is made already. */
export interface ZipCode {
  /** Its bytes, or its path. At most 50 MB. */
  readonly zip: string | Uint8Array;
}

/** A .zip file in S3, which may have 250 MB unzipped however large it is zipped. */
export interface S3Code {
  /** In the function's region. */
  readonly s3Bucket: string;
  readonly s3Key: string;
  readonly s3ObjectVersion?: string | undefined;
}

/** A container image. */
export interface ImageCode {
  /** In ECR, e.g. `123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:latest`. */
  readonly imageUri: string;
}

/** Code that is packed here. */
export type LocalCode = FolderCode | FileCode | ZipCode;
/** Where the code of a function is. */
export type FunctionCode = LocalCode | S3Code | ImageCode;

const path = (): z.ZodMiniType<string> => text(1, 4_096);

/** {@link FunctionCode}, checked. */
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
