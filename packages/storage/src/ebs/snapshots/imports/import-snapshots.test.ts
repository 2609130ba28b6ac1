import { InvalidInputError, NotFoundError, WaitError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import {
  describeImportSnapshotTask,
  importSnapshot,
  listImportSnapshotTasks,
  waitForImportSnapshotTask,
} from './index.js';

const importTaskId = 'import-snap-247b055a63e5a470t';
const image = { bucket: 'disk-images', key: 'vms/web.vmdk', format: 'VMDK' } as const;
const task = (Status: string, more: object = {}): object => ({
  ImportTaskId: importTaskId,
  Description: 'web server',
  SnapshotTaskDetail: {
    DiskImageSize: 705_638_400,
    Format: 'VMDK',
    Status,
    UserBucket: { S3Bucket: image.bucket, S3Key: image.key },
    ...more,
  },
});
const tasks = (...parameters: Parameters<typeof task>): object => ({ ImportSnapshotTasks: [task(...parameters)] });

describe('a disk image', () => {
  it('is imported, by default encrypted, and the wait reports the percentage', async () => {
    await using aws = fakeAws();
    aws.on('ImportSnapshot', task('active', { Progress: '3', StatusMessage: 'pending', SnapshotId: '' }));
    aws.once('DescribeImportSnapshotTasks', tasks('active', { Progress: '42', StatusMessage: 'converting' }));
    aws.on('DescribeImportSnapshotTasks', tasks('completed', { SnapshotId: 'snap-0123456789abcdef0' }));
    const states: string[] = [];
    const onProgress = ({ state }: { state: string }): void => void states.push(state);
    const input = { ...image, description: 'web server', tags: { team: 'web' } };
    const imported = await importSnapshot(input, { session: aws.session, wait: { onProgress } });
    expect(imported).toMatchObject({ importTaskId, snapshotId: 'snap-0123456789abcdef0', bucket: image.bucket });
    expect(states).toEqual(['active, 42%', 'completed']);
    expect(aws.requests[0]?.input).toEqual({
      ClientToken: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      Description: 'web server',
      DiskContainer: { Format: 'VMDK', UserBucket: { S3Bucket: image.bucket, S3Key: image.key } },
      Encrypted: true,
      TagSpecifications: [{ ResourceType: 'import-snapshot-task', Tags: [{ Key: 'team', Value: 'web' }] }],
    });
  });

  it('is imported once if the first response is lost: all attempts have the same token', async () => {
    await using aws = fakeAws({ answers: { ImportSnapshot: task('active') } });
    aws.once('ImportSnapshot', awsError('InternalError', 'An internal error has occurred', { status: 500 }));
    await importSnapshot(image, { session: aws.session });
    const tokens = aws.requests.map(({ input }) => (input as { ClientToken: string }).ClientToken);
    expect(tokens).toHaveLength(2);
    expect(new Set(tokens).size).toBe(1);
  });

  it.each([
    [{ ...image, bucket: '../x' }, 'bucket must be the name of a bucket'],
    [{ ...image, encrypted: false, kmsKeyId: 'alias/own' }, 'true with a kmsKeyId'],
  ])('is not imported with wrong input: %o', async (input, message) => {
    await using aws = fakeAws();
    const importing = importSnapshot(input, { session: aws.session });
    await expect(importing).rejects.toThrow(InvalidInputError);
    await expect(importing).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});

describe('an import', () => {
  it.each(['deleted', 'error'])('fails with the reason of AWS in state %s', async (status) => {
    const StatusMessage = 'ClientError: Disk validation failed [Unsupported specified file format]';
    await using aws = fakeAws({ answers: { DescribeImportSnapshotTasks: tasks(status, { StatusMessage }) } });
    const waiting = waitForImportSnapshotTask({ importTaskId, state: 'completed' }, { session: aws.session });
    await expect(waiting).rejects.toThrow(WaitError);
    await expect(waiting).rejects.toThrow(StatusMessage);
    expect(aws.requests).toHaveLength(1);
  });

  it('is described without an empty snapshot ID; concurrent calls share a request', async () => {
    await using aws = fakeAws({ answers: { DescribeImportSnapshotTasks: tasks('pending', { SnapshotId: '' }) } });
    const { session } = aws;
    const [described] = await Promise.all([
      describeImportSnapshotTask(importTaskId, { session }),
      describeImportSnapshotTask(importTaskId, { session }),
    ]);
    expect(described).toMatchObject({ status: 'pending', key: image.key, description: 'web server', tags: {} });
    expect(described.snapshotId).toBeUndefined();
    expect(aws.requests.map(({ input }) => input)).toEqual([{ ImportTaskIds: [importTaskId] }]);
  });

  it('throws NotFoundError if AWS does not know it', async () => {
    const unknown = awsError('InvalidConversionTaskId', `No task ${importTaskId} found`, { status: 400 });
    await using aws = fakeAws({ answers: { DescribeImportSnapshotTasks: unknown } });
    await expect(describeImportSnapshotTask(importTaskId, { session: aws.session })).rejects.toThrow(NotFoundError);
    aws.on('DescribeImportSnapshotTasks', { ImportSnapshotTasks: [] });
    await expect(describeImportSnapshotTask(importTaskId, { session: aws.session })).rejects.toThrow(NotFoundError);
  });

  it('is listed with filters of EC2', async () => {
    await using aws = fakeAws({ answers: { DescribeImportSnapshotTasks: tasks('completed') } });
    const filters = { 'task-state': ['completed'] };
    expect(await listImportSnapshotTasks({ filters }, { session: aws.session }).count()).toBe(1);
    expect(aws.requests[0]?.input).toMatchObject({ Filters: [{ Name: 'task-state', Values: ['completed'] }] });
  });
});
