import { readFile } from 'node:fs/promises';

import { ArchError, InvalidInputError } from '@arch/core';
import { toLocalError } from '@arch/core/builder';

import type { LocalCode } from '../../function-code.js';
import { filesOf } from './files-of.js';
import { readZipContents } from './read-zip-contents.js';
import type { FolderFiles } from './read-folder.js';
import { zipFiles } from './zip-files.js';

/** Code in the form that Lambda requires. */
export interface PackedCode {
  /** Bytes of the .zip file. */
  readonly zip: Uint8Array;
  /** SHA-256 hash of the .zip file in base64: equal to `codeSha256` of a function that has the same code. */
  readonly codeSha256: string;
  /** Names of the files in the .zip file. */
  readonly files: readonly string[];
  /**
   * Names of files and folders that are not packed because they may be secrets, e.g. `.npmrc` or `.aws/`. Add them to `include` to pack
   * them.
   */
  readonly excluded: readonly string[];
}

export interface PackOptions {
  /** Signal that aborts the packing. */
  readonly signal?: AbortSignal | undefined;
  /** Name of the function in error messages. Default: `packFunctionCode`. */
  readonly operation?: string | undefined;
}

/** Lambda's limits, in bytes: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const maxZippedBytes = 52_428_800;
const maxUnzippedBytes = 262_144_000;

/**
 * Packs code into a .zip file; `createFunction` and `updateFunctionCode` do this themselves. The same code results in the same bytes, and
 * so in the same hash, on every machine. Links to paths inside the folder remain links. Files that may be secrets are not packed, and
 * listed in `excluded`.
 *
 * @example
 * const { codeSha256 } = await packFunctionCode({ folder: 'functions/hello' });
 * if (codeSha256 !== (await describeFunction('hello')).codeSha256) await updateFunctionCode({ functionName: 'hello', code: { folder: 'functions/hello' } });
 * @throws {InvalidInputError} a link has a target outside the folder, the code cannot be bundled, or it exceeds Lambda's limits.
 * @throws {LocalError} the file or folder does not exist, or cannot be read.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-function-zip.html
 */
export const packFunctionCode = async (code: LocalCode, options: PackOptions = {}): Promise<PackedCode> => {
  const [[member, value] = ['code', '']] = Object.entries(code).filter(([name]) => name !== 'include') as [
    string,
    string | Uint8Array,
  ][];
  const { operation = 'packFunctionCode', signal } = options;
  try {
    const {
      zip,
      names,
      excluded = [],
    } = 'zip' in code ? await openZip(code.zip) : await createZip(await filesOf(code), signal);
    if (zip.length > maxZippedBytes)
      throw new Error(
        `the .zip file has ${count(zip.length)} bytes, and Lambda accepts at most ${count(maxZippedBytes)}. Upload it to S3, and pass s3Bucket and s3Key`,
      );
    const hash = await crypto.subtle.digest('SHA-256', Buffer.from(zip));
    return { zip, codeSha256: Buffer.from(hash).toString('base64'), files: names, excluded };
  } catch (error) {
    signal?.throwIfAborted();
    const local = toLocalError(error, { operation, verb: 'read', path: pathOf(error) ?? String(value) });
    if (local instanceof ArchError) throw local;
    const shown = typeof value === 'string' ? JSON.stringify(value) : `${value.length} bytes`;
    throw new InvalidInputError(`${operation}: cannot pack code.${member} (${shown}): ${(error as Error).message}.`, {
      operation,
      cause: error,
    });
  }
};

/** Returns the path of the file that could not be read. */
const pathOf = (error: unknown): string | undefined => {
  const { path } = error as { readonly path?: unknown };
  return typeof path === 'string' ? path : undefined;
};

interface Zipped {
  readonly zip: Uint8Array;
  readonly names: readonly string[];
  readonly excluded?: readonly string[];
}

const openZip = async (pathOrBytes: string | Uint8Array): Promise<Zipped> => {
  const zip = typeof pathOrBytes === 'string' ? await readFile(pathOrBytes) : pathOrBytes;
  const { names, sizeBytes } = await readZipContents(zip);
  checkUnzipped(sizeBytes);
  return { zip, names };
};

const createZip = async ({ files, excluded }: FolderFiles, signal: AbortSignal | undefined): Promise<Zipped> => {
  if (files.length === 0)
    throw new Error(
      `the folder contains no files${excluded.length > 0 ? ` except ${excluded.join(', ')}, which may be secrets` : ''}`,
    );
  checkUnzipped(files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
  return { zip: await zipFiles(files, signal), names: files.map(({ name }) => name), excluded };
};

const checkUnzipped = (sizeBytes: number): void => {
  if (sizeBytes < maxUnzippedBytes) return;
  throw new Error(
    `the code has ${count(sizeBytes)} bytes unzipped, and Lambda accepts less than ${count(maxUnzippedBytes)}. Remove files that the function does not require, or use a container image`,
  );
};

const count = (bytes: number): string => bytes.toLocaleString('en-US');
