// Kills a process during an upload, and continues: only the missing parts are sent. Creates: one bucket with one object, deleted at the end.
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createBucket, deleteBucket, type TransferProgress, uploadFile } from '@arch/storage';

const upload = (bucket: string, folder: string, onProgress: (progress: TransferProgress) => void): Promise<unknown> => {
  const [path, resume] = [join(folder, 'film.mp4'), join(folder, 'journals')];
  return uploadFile({ bucket, key: 'film.mp4', path, resume, concurrency: 1, onProgress });
};

const [role, ofParent = '', folderOfParent = ''] = process.argv.slice(2);
if (role === 'child') {
  await upload(ofParent, folderOfParent, (progress) => process.send?.(progress));
  process.disconnect();
} else {
  const folder = await mkdtemp(join(tmpdir(), 'videos-'));
  await writeFile(join(folder, 'film.mp4'), randomBytes(40 * 1_048_576));
  const { bucket } = await createBucket(`videos-${Date.now()}`);
  try {
    const child = fork(import.meta.filename, ['child', bucket, folder]);
    child.once('message', () => child.kill('SIGKILL'));
    console.log('the process ended with', (await once(child, 'exit'))[1]);

    await upload(bucket, folder, ({ transferredBytes, resumedBytes = 0, totalBytes }) =>
      console.log(transferredBytes, 'of', totalBytes, 'bytes,', resumedBytes, 'from the killed process'),
    );
  } finally {
    await deleteBucket({ bucket, empty: true });
    await rm(folder, { recursive: true });
  }
}
