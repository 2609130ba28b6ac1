// Uploads a file of 24 MiB in parts, prints the progress, then downloads and verifies it. Creates: one bucket with one object, deleted at the end.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createBucket, deleteBucket, downloadFile, type TransferProgress, uploadFile } from '@arch/storage';

const folder = await mkdtemp(join(tmpdir(), 'videos-'));
const film = join(folder, 'film.mp4');
await writeFile(film, randomBytes(24 * 1_048_576));
const { bucket } = await createBucket(`videos-${Date.now()}`);

const onProgress = ({ transferredBytes, totalBytes = 0 }: TransferProgress): void =>
  console.log(`${Math.round((100 * transferredBytes) / totalBytes)} %`);

try {
  const key = 'film.mp4';
  await uploadFile({ bucket, key, path: film, contentType: 'video/mp4', onProgress });
  const copy = await downloadFile({ bucket, key, path: join(folder, 'copy.mp4') });
  console.log(copy.sizeBytes, 'bytes, verified by', copy.verifiedBy);

  // An aborted upload rejects after its parts are deleted.
  const aborted = uploadFile({ bucket, key: 'late', path: film }, { signal: AbortSignal.timeout(20) });
  await aborted.catch((error: unknown) => console.log(String(error)));
} finally {
  await deleteBucket({ bucket, empty: true });
  await rm(folder, { recursive: true });
}
