import type { CallOptions } from '@arch/core/builder';

import { rangesOf } from '../../s3/ranges.js';
import type { VaultJobReference } from '../vault-job-reference.js';
import { fetchPart } from './fetch-part.js';
import { type ArchivePartSettings, usualConcurrency, usualPartBytes } from './retrieved-archive.js';

/** Yields the parts of an archive in their order, and requests several ahead. Each is verified. */
export async function* archiveParts(
  { partSizeBytes = usualPartBytes, concurrency = usualConcurrency, ...job }: VaultJobReference & ArchivePartSettings,
  sizeBytes: number,
  options: CallOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  const inProgress: Promise<Uint8Array>[] = [];
  for await (const range of rangesOf(sizeBytes, partSizeBytes)) {
    const part = fetchPart({ ...job, range }, options);
    // An error is thrown when the consumer reaches the part. Until then it must not count as unhandled.
    part.catch(() => undefined);
    inProgress.push(part);
    if (inProgress.length >= concurrency) yield await inProgress.shift()!;
  }
  while (inProgress.length > 0) yield await inProgress.shift()!;
}
