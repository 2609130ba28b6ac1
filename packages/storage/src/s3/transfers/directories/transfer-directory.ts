import { join, resolve } from 'node:path';

import { LocalError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import { folderPrefix } from '../../folder-prefix.js';
import { membersOfParts } from '../../members-of-parts.js';
import { type ObjectSettings, objectSettings } from '../../object-settings.js';
import { headObject, type ObjectReference } from '../../objects/index.js';
import { readAttributes } from '../attributes/index.js';
import { bandwidthOf } from '../bandwidths/index.js';
import { usualPartBytes } from '../part-sizes.js';
import { compareFiles, type Comparison, hasSameContent, ignoresCase } from './comparisons/index.js';
import type { DeletionSettings } from './deletion-settings.js';
import { toBucket, toDirectory } from './destinations/index.js';
import { type DirectorySettings, usualConcurrency } from './directory-settings.js';
import { type FoundPath, listFiles, type PathFilter, pathFilter, walkDirectory } from './files/index.js';
import {
  type DirectoryTransfer,
  planOrRun,
  type PlannedItem,
  type TransferJob,
  type TransferPlan,
} from './plans/index.js';

/** The two sides and the direction of a transfer. */
interface Transfer {
  readonly operation: string;
  readonly action: 'upload' | 'download';
  readonly directory: string;
  readonly bucket: string;
  readonly prefix?: string | undefined;
}

type Settings = ObjectSettings &
  DirectorySettings &
  DeletionSettings & {
    /** `undefined`: all files are transferred. */
    readonly compare?: Comparison | undefined;
    readonly resume?: boolean | string | undefined;
  };

/** Transfers a directory, or returns the plan for a dry run. */
export const transferDirectory = (
  transfer: Transfer,
  settings: Settings,
  options: CallOptions,
): Promise<TransferPlan | DirectoryTransfer> => {
  // Resolved now, because a plan may be executed in another working directory.
  const absolute = { ...transfer, directory: resolve(transfer.directory) };
  return planOrRun(jobOf(absolute, settings), settings.dryRun, options);
};

const jobOf = (transfer: Transfer, settings: Settings): TransferJob => {
  const { operation, action, directory, bucket, prefix } = transfer;
  const { partSizeBytes = usualPartBytes, concurrency = usualConcurrency, followSymlinks = false, aws } = settings;
  const { onProgress, maxDelete, allowEmptySource = false, preserve, resume = false } = settings;
  const shared = { ...transfer, prefix, partSizeBytes, bandwidth: bandwidthOf(settings) };
  const place = `s3://${bucket}/${folderPrefix(prefix)}`;
  return {
    operation,
    title: action === 'upload' ? `${directory} → ${place}` : `${place} → ${directory}`,
    concurrency,
    partSizeBytes,
    onProgress,
    deletions: settings.delete ? { maxDelete, allowEmptySource } : undefined,
    destination:
      action === 'upload'
        ? toBucket({ ...shared, resume, settings: { ...settingsOfObjects(settings), preserve } })
        : toDirectory({ ...shared, resume: resume !== false, followSymlinks, preserve, aws }),
    items: (options) => itemsOf(transfer, settings, options),
  };
};

const settingsOfObjects = (settings: Settings): ObjectSettings => {
  const names = ['aws', ...Object.keys(objectSettings())];
  return Object.fromEntries(Object.entries(settings).filter(([name]) => names.includes(name)));
};

async function* itemsOf(
  transfer: Transfer,
  settings: Settings,
  options: CallOptions,
): AsyncGenerator<PlannedItem, void, undefined> {
  const { operation, action, directory, bucket, prefix } = transfer;
  const { compare, aws } = settings;
  const filter = await pathFilter(settings);
  const objectOf = (path: string): ObjectReference => ({
    bucket,
    key: `${folderPrefix(prefix)}${path}`,
    // With a customer key, S3 describes an object only if the request contains the key.
    aws: membersOfParts(aws),
  });
  const local = localFiles(transfer, { settings, filter, signal: options.signal });
  const remote = listFiles({ bucket, prefix, aws }, { filter }, options);
  const [source, destination] = action === 'upload' ? [local, remote] : [remote, local];
  yield* compareFiles({
    operation,
    action,
    source,
    destination: compare === undefined ? undefined : destination,
    compare: compare ?? 'size-and-time',
    deletes: settings.delete ?? false,
    ignoresCase: action === 'download' && (await ignoresCase(directory)),
    signal: options.signal,
    storedTime: settings.preserve?.includes('times')
      ? async (path) => {
          const { metadata } = await headObject(objectOf(path), options);
          return readAttributes(metadata, settings).modifiedMs;
        }
      : undefined,
    hasSameContent: ({ path }) =>
      hasSameContent({ ...objectOf(path), operation, path: join(directory, path) }, options),
  });
}

interface LocalSettings {
  readonly settings: Settings;
  readonly filter: PathFilter;
  readonly signal: AbortSignal | undefined;
}

/** Yields the local files. A destination that does not exist has none. */
async function* localFiles(
  { operation, action, directory }: Transfer,
  { settings: { followSymlinks = false }, filter, signal }: LocalSettings,
): AsyncGenerator<FoundPath, void, undefined> {
  try {
    yield* walkDirectory(directory, { operation, filter, followSymlinks, signal });
  } catch (error) {
    if (action === 'upload' || !(error instanceof LocalError && error.code === 'ENOENT' && error.path === directory))
      throw error;
  }
}
