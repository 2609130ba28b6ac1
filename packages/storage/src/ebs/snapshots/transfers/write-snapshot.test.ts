import { createHash } from 'node:crypto';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { InvalidInputError, LocalError } from '@arch/core';
import { awsError, type FakeAws, fakeAws } from '@arch/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { filled, sha256, snapshotId } from './__fixtures__/fake-snapshot.js';
import { type BlockOfVolume, uploadSnapshot, writeSnapshot } from './index.js';

const fakeWriting = (): FakeAws =>
  fakeAws({
    answers: {
      StartSnapshot: { SnapshotId: snapshotId, Status: 'pending', VolumeSize: 1, BlockSize: 524_288 },
      PutSnapshotBlock: {},
      CompleteSnapshot: { Status: 'pending' },
      DeleteSnapshot: {},
    },
  });
const sent = ({ requests }: FakeAws): string[] => requests.map(({ operation }) => operation);
const written = ({ requests }: FakeAws): unknown[] =>
  requests.filter(({ operation }) => operation === 'PutSnapshotBlock').map(({ input }) => input['BlockIndex']);
const linear = (...blocks: readonly Uint8Array[]): string =>
  createHash('sha256')
    .update(Buffer.concat(blocks.map(sha256)))
    .digest('base64');

describe('writeSnapshot', () => {
  it('writes the blocks of any order, and completes with the checksum in the order of the indexes', async () => {
    await using aws = fakeWriting();
    async function* blocks(): AsyncGenerator<BlockOfVolume> {
      yield { blockIndex: 9, data: filled(1) };
      yield { blockIndex: 2, data: filled(2) };
    }
    const done = await writeSnapshot({ volumeSizeGiB: 1, blocks: blocks() }, { session: aws.session });
    const checksum = linear(filled(2), filled(1));
    expect(done).toEqual({ snapshotId, volumeSizeGiB: 1, changedBlocksCount: 2, checksum });
    expect(written(aws)).toEqual([9, 2]);
    expect(aws.requests.at(-1)?.input).toMatchObject({
      SnapshotId: snapshotId,
      ChangedBlocksCount: 2,
      Checksum: checksum,
    });
  });

  it('waits until the snapshot can be used', async () => {
    await using aws = fakeWriting();
    const snapshot = { SnapshotId: snapshotId, StartTime: '2026-11-01T10:00:00Z', VolumeSize: 1 };
    aws.once('DescribeSnapshots', { Snapshots: [{ ...snapshot, State: 'pending' }] });
    aws.on('DescribeSnapshots', { Snapshots: [{ ...snapshot, State: 'completed' }] });
    const blocks = [{ blockIndex: 0, data: filled(1) }];
    const done = await writeSnapshot({ volumeSizeGiB: 1, blocks }, { session: aws.session, wait: true });
    expect(done.state).toBe('completed');
  });

  it('waits until AWS finds the new snapshot', async () => {
    await using aws = fakeWriting();
    for (let time = 0; time < 8; time++)
      aws.once('PutSnapshotBlock', awsError('ResourceNotFoundException', 'not found', { status: 404 }));
    const blocks = [{ blockIndex: 0, data: filled(1) }];
    await writeSnapshot({ volumeSizeGiB: 1, blocks }, { session: aws.session });
    expect(written(aws)).toHaveLength(9);
  });

  it('deletes the incomplete snapshot if a block fails, or names it if that fails too', async () => {
    await using aws = fakeWriting();
    aws.on('PutSnapshotBlock', awsError('ValidationException', 'No.', { status: 400 }));
    const blocks = [{ blockIndex: 0, data: filled(1) }];
    const call = (): Promise<unknown> => writeSnapshot({ volumeSizeGiB: 1, blocks }, { session: aws.session });
    await expect(call()).rejects.toThrow(/^writeSnapshot: /);
    expect(sent(aws)).toEqual(['StartSnapshot', 'PutSnapshotBlock', 'DeleteSnapshot']);
    aws.on('DeleteSnapshot', awsError('UnauthorizedOperation', 'No.', { status: 403 }));
    await expect(call()).rejects.toThrow(
      `The incomplete snapshot ${snapshotId} is left: delete it with deleteSnapshot.`,
    );
  });

  it("rejects with the error of the user's blocks unchanged", async () => {
    await using aws = fakeWriting();
    const own = new Error('the tape is torn');
    async function* blocks(): AsyncGenerator<BlockOfVolume> {
      yield { blockIndex: 0, data: filled(1) };
      throw own;
    }
    await expect(writeSnapshot({ volumeSizeGiB: 1, blocks: blocks() }, { session: aws.session })).rejects.toBe(own);
    expect(sent(aws).at(-1)).toBe('DeleteSnapshot');
  });

  it.each<[unknown[], string]>([
    [[{ blockIndex: 0, data: new Uint8Array(5) }], 'the data of block 0 must have 524288 bytes (got 5)'],
    [
      [{ blockIndex: 2_048, data: filled(1) }],
      'blockIndex must be 0–2047 in a volume of this volumeSizeGiB (got 2048)',
    ],
    [[{ blockIndex: -1, data: filled(1) }], 'blockIndex must be 0–2047'],
    [
      [
        { blockIndex: 1, data: filled(1) },
        { blockIndex: 1, data: filled(1) },
      ],
      'blocks contains block 1 twice',
    ],
    [[null], 'blocks must yield { blockIndex, data }'],
  ])('rejects a wrong block, and deletes the snapshot', async (blocks, message) => {
    await using aws = fakeWriting();
    const call = writeSnapshot({ volumeSizeGiB: 1, blocks: blocks as BlockOfVolume[] }, { session: aws.session });
    await expect(call).rejects.toThrow(InvalidInputError);
    await expect(call).rejects.toThrow(`writeSnapshot: ${message}`);
    expect(sent(aws).at(-1)).toBe('DeleteSnapshot');
  });
});

describe('uploadSnapshot', () => {
  let folder = '';
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'arch-snapshot-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('writes the blocks with content, omits zeros and fills the last block', async () => {
    await using aws = fakeWriting();
    const path = join(folder, 'disk.img');
    await using file = await open(path, 'w');
    await file.write(filled(1), 0, 524_288, 0);
    await file.write(Buffer.from('end'), 0, 3, 5 * 524_288);
    const done = await uploadSnapshot({ path, description: 'disk' }, { session: aws.session });
    const last = new Uint8Array(524_288);
    last.set(Buffer.from('end'));
    expect(done).toMatchObject({ volumeSizeGiB: 1, changedBlocksCount: 2, checksum: linear(filled(1), last) });
    expect(written(aws)).toEqual([0, 5]);
    expect(aws.requests[0]?.input).toMatchObject({ VolumeSize: 1, Description: 'disk', Encrypted: true });
  });

  it('rejects what is no file with content, and a volume that is too small, before sending', async () => {
    await using aws = fakeWriting();
    const { session } = aws;
    await writeFile(join(folder, 'empty.img'), '');
    await using large = await open(join(folder, 'large.img'), 'w');
    await large.truncate(2 * 1_073_741_824 + 1);
    const upload = (name: string, more: object = {}): Promise<unknown> =>
      uploadSnapshot({ path: join(folder, name), ...more }, { session });
    await expect(upload('missing.img')).rejects.toThrow(LocalError);
    await expect(upload('')).rejects.toThrow('uploadSnapshot: path must be the path of a file (got ');
    await expect(upload('empty.img')).rejects.toThrow('path must be the path of a file with content');
    await expect(upload('large.img', { volumeSizeGiB: 2 })).rejects.toThrow(
      'uploadSnapshot: volumeSizeGiB must be at least 3 for a file of 2147483649 bytes (got 2).',
    );
    expect(aws.requests).toEqual([]);
  });

  it('notices a file that changes, and deletes the snapshot', async () => {
    await using aws = fakeWriting();
    const path = join(folder, 'changing.img');
    await writeFile(path, Buffer.alloc(20 * 524_288, 1));
    aws.once('StartSnapshot', async () => {
      await writeFile(path, Buffer.alloc(3 * 524_288, 2));
      return { SnapshotId: snapshotId, Status: 'pending' };
    });
    await expect(uploadSnapshot({ path, concurrency: 1 }, { session: aws.session })).rejects.toThrow(
      `uploadSnapshot: the file ${path} changed during the upload. Call again.`,
    );
    expect(sent(aws).at(-1)).toBe('DeleteSnapshot');
  });
});
