import { UnexpectedResponseError } from '@arch/core';
import type { AwsInput, CallOptions } from '@arch/core/builder';

import { folderPrefix } from '../../../folder-prefix.js';
import { listObjects } from '../../../objects/index.js';
import type { FoundPath } from './found-path.js';
import type { PathFilter } from './path-filter.js';

/** The place of files in S3. */
export interface BucketPrefix {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /**
   * The beginning of the keys, at most 1,024 characters. A `/` is added at the end if it lacks one: `site` is `site/`. Default: the keys are the
   * paths of the files.
   */
  readonly prefix?: string | undefined;
}

/** Yields the objects below a prefix in the order of their keys. Empty objects whose keys end with `/` are the folders of S3's console. */
export async function* listFiles(
  { bucket, prefix, aws }: BucketPrefix & AwsInput,
  { filter }: { readonly filter: PathFilter },
  options: CallOptions,
): AsyncGenerator<FoundPath, void, undefined> {
  const start = folderPrefix(prefix);
  for await (const { key, sizeBytes, lastModified, eTag } of listObjects(
    { bucket, prefix: start, aws: sharedMembers(aws) },
    options,
  )) {
    if (!key.startsWith(start)) throw otherPrefix(key, start);
    const path = key.slice(start.length);
    if (!filter.accepts(path)) continue;
    if ((path === '' || path.endsWith('/')) && sizeBytes === 0)
      yield { kind: 'skipped', path, reason: 'folder-marker' };
    else yield { kind: 'file', path, sizeBytes, modifiedMs: lastModified.getTime(), eTag };
  }
}

/** Without this check, another object could be taken for one below the prefix, and be deleted. */
const otherPrefix = (key: string, prefix: string): UnexpectedResponseError =>
  new UnexpectedResponseError(
    `listObjects: the listing of the prefix ${prefix} contains the key ${key}, which does not begin with it. Nothing can be compared.`,
    { operation: 'listObjects' },
  );

/** The further members that every request for the objects of a bucket accepts. */
const sharedNames = ['ExpectedBucketOwner', 'RequestPayer'];

/** Returns those of the further members of a transfer that listings and deletions accept too. */
export const sharedMembers = (aws: AwsInput['aws'] = {}): NonNullable<AwsInput['aws']> =>
  Object.fromEntries(Object.entries(aws).filter(([name]) => sharedNames.includes(name)));
