import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { LocalError, UnexpectedResponseError } from '@arch/core';
import { awsError } from '@arch/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { blockAnswer, fakeSnapshot, filled, snapshotId } from './__fixtures__/fake-snapshot.js';
import { downloadSnapshot, readSnapshot } from './index.js';

describe('readSnapshot', () => {
  it('yields the blocks in the order of their indexes, although several requests are in progress', async () => {
    const indexes = [0, 1, 5, 900];
    await using aws = fakeSnapshot(indexes);
    const blocks = await readSnapshot({ snapshotId, concurrency: 3 }, { session: aws.session }).toArray();
    expect(blocks.map(({ blockIndex }) => blockIndex)).toEqual(indexes);
    expect(blocks.map(({ data }) => data[0])).toEqual([1, 2, 6, 133]);
  });

  it('never has more blocks in progress than concurrency', async () => {
    await using aws = fakeSnapshot([0, 1, 2, 3, 4, 5, 6, 7]);
    const requested = (): number => aws.requests.filter(({ operation }) => operation === 'GetSnapshotBlock').length;
    let read = 0;
    for await (const { blockIndex } of readSnapshot({ snapshotId, concurrency: 2 }, { session: aws.session })) {
      expect(requested() - read++, `block ${blockIndex}`).toBeLessThanOrEqual(2);
    }
    expect(read).toBe(8);
  });

  it('requests a damaged block again, and throws after three times', async () => {
    await using aws = fakeSnapshot([0, 1]);
    aws.once('GetSnapshotBlock', blockAnswer(filled(9), filled(1)));
    const { session } = aws;
    expect(await readSnapshot(snapshotId, { session }).toArray()).toHaveLength(2);
    aws.on('GetSnapshotBlock', blockAnswer(filled(9), filled(1)));
    const reading = readSnapshot(snapshotId, { session }).toArray();
    await expect(reading).rejects.toThrow(UnexpectedResponseError);
    await expect(reading).rejects.toThrow(/^readSnapshot: .*the received data of block 0 of snap-/);
  });

  it('stops requesting when the consumer stops', async () => {
    await using aws = fakeSnapshot(Array.from({ length: 50 }, (_, index) => index));
    expect((await readSnapshot({ snapshotId, concurrency: 2 }, { session: aws.session }).first())?.blockIndex).toBe(0);
    expect(aws.requests.length).toBeLessThan(6);
  });

  it('yields only the differences to an earlier snapshot; what contains no data any more is zeros', async () => {
    await using aws = fakeSnapshot([]);
    aws.on('ListChangedBlocks', {
      ChangedBlocks: [
        { BlockIndex: 3, FirstBlockToken: 'a', SecondBlockToken: 'b' },
        { BlockIndex: 8, FirstBlockToken: 'c' },
      ],
    });
    const firstSnapshotId = 'snap-0fedcba9876543210';
    const blocks = await readSnapshot({ snapshotId, firstSnapshotId }, { session: aws.session }).toArray();
    expect(blocks.map(({ blockIndex, data }) => [blockIndex, data[0]])).toEqual([
      [3, 4],
      [8, 0],
    ]);
    expect(blocks[1]?.data).toHaveLength(524_288);
  });
});

describe('downloadSnapshot', () => {
  let folder = '';
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'arch-snapshot-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('writes a sparse file of the size of the volume', async () => {
    await using aws = fakeSnapshot([0, 2_047]);
    const path = join(folder, 'disk.img');
    let seen = 0;
    const onProgress = ({ transferredBytes }: { transferredBytes: number }): void => void (seen = transferredBytes);
    const done = await downloadSnapshot({ snapshotId, path, onProgress }, { session: aws.session });
    expect(done).toEqual({ path, sizeBytes: 1_073_741_824, blocksCount: 2 });
    expect(seen).toBe(1_048_576);
    const { size, blocks } = await stat(path);
    expect(size).toBe(1_073_741_824);
    expect(blocks * 512).toBeLessThan(4_194_304);
    await using file = await open(path);
    const byteAt = async (position: number): Promise<number | undefined> =>
      (await file.read(Buffer.alloc(1), 0, 1, position)).buffer[0];
    expect([await byteAt(0), await byteAt(524_288), await byteAt(size - 1)]).toEqual([1, 0, 2_048 % 256]);
  });

  it('leaves no file behind if a block cannot be read', async () => {
    await using aws = fakeSnapshot([0, 1, 2]);
    aws.on('GetSnapshotBlock', awsError('ValidationException', 'INVALID_BLOCK_TOKEN', { status: 400 }));
    const path = join(folder, 'broken', 'disk.img');
    await expect(downloadSnapshot({ snapshotId, path }, { session: aws.session })).rejects.toThrow(LocalError);
    const other = join(folder, 'other.img');
    await expect(downloadSnapshot({ snapshotId, path: other }, { session: aws.session })).rejects.toThrow(
      /^downloadSnapshot: .*INVALID_BLOCK_TOKEN/,
    );
    expect(await readdir(folder)).toEqual(['disk.img']);
  });
});
