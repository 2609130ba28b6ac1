import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { downloadSnapshot, readSnapshot, uploadSnapshot } from './index.js';

it('writes a file to a snapshot, and reads it back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'arch-snapshot-'));
  try {
    const content = Buffer.concat([Buffer.alloc(524_288, 1), Buffer.alloc(3 * 524_288), Buffer.from('the end')]);
    const path = join(folder, 'disk.img');
    await writeFile(path, content);
    const { snapshotId, state } = await uploadSnapshot({ path }, { wait: { pollMs: 50 } });
    expect(state).toBe('completed');
    const blocks = await readSnapshot(snapshotId).toArray();
    expect(new Set(blocks.map(({ blockIndex }) => blockIndex))).toEqual(new Set([0, 4]));
    const back = join(folder, 'back.img');
    expect((await downloadSnapshot({ snapshotId, path: back })).sizeBytes).toBe(1_073_741_824);
    expect((await readFile(back)).subarray(0, content.byteLength).equals(content)).toBe(true);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
