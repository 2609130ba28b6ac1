// Writes a file to a snapshot without a volume, and the snapshot back to a file. Makes: a snapshot, deleted at the end.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { deleteSnapshot, downloadSnapshot, uploadSnapshot } from '@arch/storage';

const folder = await mkdtemp(join(tmpdir(), 'disk-'));
const content = Buffer.from('the content of a disk');
await writeFile(join(folder, 'disk.img'), content);

const { snapshotId } = await uploadSnapshot({ path: join(folder, 'disk.img') }, { wait: true });
const { path, sizeBytes, blocksCount } = await downloadSnapshot({ snapshotId, path: join(folder, 'back.img') });
console.log(sizeBytes, 'bytes,', blocksCount, 'block with data');
console.log((await readFile(path)).subarray(0, content.length).toString());

await Promise.all([deleteSnapshot(snapshotId), rm(folder, { recursive: true })]);
