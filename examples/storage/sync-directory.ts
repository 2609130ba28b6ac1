// Publishes a directory to a bucket: prints the plan of a dry run, executes it, and shows that too many deletions are refused. Makes: one bucket with objects, deleted at the end.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ConflictError } from '@arch/core';
import { createBucket, deleteBucket, syncDirectory } from '@arch/storage';

const from = await mkdtemp(join(tmpdir(), 'site-'));
await mkdir(join(from, 'assets'));
for (const name of ['index.html', 'about.html', 'assets/style.css', 'notes.tmp'])
  await writeFile(join(from, name), name);
const { bucket } = await createBucket(`site-${Date.now()}`);
const sync = { from, to: { bucket, prefix: 'www' }, exclude: ['*.tmp'], delete: true };

try {
  const plan = await syncDirectory({ ...sync, dryRun: true });
  console.log(String(plan));
  const { transferredFiles, failed } = await plan.execute();
  console.log(transferredFiles, 'uploaded,', failed.length, 'failed');

  // A build that went wrong: two of three files are gone.
  for (const name of ['index.html', 'about.html']) await rm(join(from, name));
  await syncDirectory(sync).catch((error: unknown) => console.log(error instanceof ConflictError, String(error)));
} finally {
  await deleteBucket({ bucket, empty: true });
  await rm(from, { recursive: true });
}
