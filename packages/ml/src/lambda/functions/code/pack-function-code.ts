import { readFile } from 'node:fs/promises';

import { ArchError, InvalidInputError } from '@arch/core';
import { toLocalError } from '@arch/core/builder';

import type { LocalCode } from '../../function-code.js';
import { filesOf } from './files-of.js';
import { lookIntoZip } from './look-into-zip.js';
import type { FolderFiles } from './read-folder.js';
import { zipFiles } from './zip-files.js';

/** Code as Lambda takes it. */
export interface PackedCode {
  readonly zip: Uint8Array;
  /** What Lambda will say of it: equal to a function's `codeSha256` where that runs this code already. */
  readonly codeSha256: string;
  /** The names of the files in it. */
  readonly files: readonly string[];
  /** What was left out of a folder because it may be a secret, e.g. `.npmrc` or `.aws/`. `include` packs it all the same. */
  readonly excluded: readonly string[];
}

export interface PackOptions {
  readonly signal?: AbortSignal | undefined;
  /** The function that errors name. Default `packFunctionCode`. */
  readonly operation?: string | undefined;
}

/** Lambda's limits, in bytes: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const mostZipped = 52_428_800;
const mostUnzipped = 262_144_000;

/**
 * Packs code into a .zip file, as `createFunction` and `updateFunctionCode` do by themselves. The same code gives the same bytes, and so the
 * same hash, on every machine. Links inside of a folder stay links. What may be a secret is left out of a folder, and listed in `excluded`.
 *
 * @example
 * const { codeSha256 } = await packFunctionCode({ folder: 'functions/hello' });
 * if (codeSha256 !== (await describeFunction('hello')).codeSha256) await updateFunctionCode({ functionName: 'hello', code: { folder: 'functions/hello' } });
 * @throws {InvalidInputError} a link leads out of the folder, it cannot be bundled, or it is over Lambda's limits.
 * @throws {LocalError} there is no such file or folder, or it cannot be read.
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
    } = 'zip' in code ? await openZip(code.zip) : await makeZip(await filesOf(code), signal);
    if (zip.length > mostZipped)
      throw new Error(`it has ${count(zip.length)} bytes zipped. Upload it to S3, and pass s3Bucket and s3Key`);
    const hash = await crypto.subtle.digest('SHA-256', Buffer.from(zip));
    return { zip, codeSha256: Buffer.from(hash).toString('base64'), files: names, excluded };
  } catch (error) {
    signal?.throwIfAborted();
    const local = toLocalError(error, { operation, verb: 'read', path: pathOf(error) ?? String(value) });
    if (local instanceof ArchError) throw local;
    const what = typeof value === 'string' ? JSON.stringify(value) : `${value.length} bytes`;
    throw new InvalidInputError(
      `${operation}: code.${member} is ${what}, which cannot be packed: ${(error as Error).message}.`,
      { operation, cause: error },
    );
  }
};

/** The file in a folder that could not be read. */
const pathOf = (error: unknown): string | undefined => {
  const { path } = error as { readonly path?: unknown };
  return typeof path === 'string' ? path : undefined;
};

interface Zipped {
  readonly zip: Uint8Array;
  readonly names: readonly string[];
  readonly excluded?: readonly string[];
}

const openZip = async (given: string | Uint8Array): Promise<Zipped> => {
  const zip = typeof given === 'string' ? await readFile(given) : given;
  const { names, sizeBytes } = await lookIntoZip(zip);
  checkUnzipped(sizeBytes);
  return { zip, names };
};

const makeZip = async ({ files, excluded }: FolderFiles, signal: AbortSignal | undefined): Promise<Zipped> => {
  if (files.length === 0)
    throw new Error(
      `there is no file in it${excluded.length > 0 ? ` but ${excluded.join(', ')}, which may be secrets` : ''}`,
    );
  checkUnzipped(files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
  return { zip: await zipFiles(files, signal), names: files.map(({ name }) => name), excluded };
};

const checkUnzipped = (sizeBytes: number): void => {
  if (sizeBytes < mostUnzipped) return;
  throw new Error(
    `it has ${count(sizeBytes)} bytes unzipped, and Lambda takes less than ${count(mostUnzipped)}: move what it can do without, or use a container image`,
  );
};

const count = (bytes: number): string => bytes.toLocaleString('en-US');
