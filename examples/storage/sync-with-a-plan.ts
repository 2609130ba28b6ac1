// Backs up a directory to a bucket: prints the plan of a dry run, executes it, and shows its progress in one line. Makes: one bucket with objects, deleted at the end.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createBucket, deleteBucket, type DirectoryProgress, syncDirectory } from '@arch/storage';

const from = await mkdtemp(join(tmpdir(), 'photos-'));
for (let day = 1; day <= 12; day++) await writeFile(join(from, `day-${day}.raw`), randomBytes(day * 1_000_000));
const { bucket } = await createBucket(`photos-${Date.now()}`);

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
const onProgress = (progress: DirectoryProgress): void => {
  const { transferredFiles, totalFiles = '?', transferredBytes, bytesPerSecond, secondsLeft = 0 } = progress;
  const line = `${transferredFiles} of ${totalFiles} files, ${megabytes(transferredBytes)}, ${megabytes(bytesPerSecond)}/s, ${Math.ceil(secondsLeft)} s left`;
  // In a terminal, each line replaces the one before it.
  if (process.stdout.isTTY) process.stdout.write(`\r\u001B[2K${line}`);
  else console.log(line);
};

try {
  const plan = await syncDirectory({ from, to: { bucket, prefix: 'photos' }, onProgress, dryRun: true });
  console.log(String(plan));
  const { transferredFiles, transferredBytes, failed } = await plan.execute();
  console.log(`\n${transferredFiles} files with ${megabytes(transferredBytes)} uploaded, ${failed.length} failed`);
  for (const { path, error } of failed) console.error(path, error.message);
} finally {
  await deleteBucket({ bucket, empty: true });
  await rm(from, { recursive: true });
}
