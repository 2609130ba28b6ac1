import { DeadlineError, NotFoundError, WaitError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { waitForDbInstance } from './index.js';

const dbInstanceIdentifier = 'orders';
const described = (DBInstanceStatus: string, more: object = {}): object => ({
  DBInstances: [
    { DBInstanceIdentifier: 'orders', DBInstanceClass: 'db.t4g.micro', Engine: 'postgres', DBInstanceStatus, ...more },
  ],
});

describe('waitForDbInstance', () => {
  it.each([
    ['failed', 'restore it to its latest restorable time'],
    ['storage-full', 'The storage of the DB instance is full: increase it with modifyDbInstance.'],
    ['inaccessible-encryption-credentials', 'RDS cannot use the KMS key'],
    ['inaccessible-encryption-credentials-recoverable', 'within 7 days'],
    ['restore-error', 'An error occurred during the restore'],
    ['insufficient-capacity', 'AWS does not have enough capacity for the DB instance now'],
    ['incompatible-network', 'in its network'],
    ['incompatible-parameters', 'the parameters of its parameter group'],
    ['incompatible-unknown', 'RDS cannot use a resource that the DB instance requires'],
  ])('ends at once with the reason in state %s', async (status, reason) => {
    await using aws = fakeAws({ answers: { DescribeDBInstances: described(status), DescribeEvents: {} } });
    for (const state of ['available', 'stopped'] as const) {
      const waiting = waitForDbInstance({ dbInstanceIdentifier, state }, { session: aws.session });
      await expect(waiting).rejects.toThrow(WaitError);
      await expect(waiting).rejects.toThrow(reason);
    }
    expect(aws.requests.filter(({ operation }) => operation === 'DescribeDBInstances')).toHaveLength(2);
  });

  it.each([
    ['available', 'stopped'],
    ['available', 'stopping'],
    ['available', 'deleting'],
    ['stopped', 'deleting'],
  ] as const)('for %s ends at once in state %s', async (state, status) => {
    await using aws = fakeAws({ answers: { DescribeDBInstances: described(status) } });
    await expect(waitForDbInstance({ dbInstanceIdentifier, state }, { session: aws.session })).rejects.toThrow(
      WaitError,
    );
    expect(aws.requests).toHaveLength(1);
  });

  it("names AWS's message as the reason, if there is one", async () => {
    await using aws = fakeAws({
      answers: {
        DescribeDBInstances: described('failed', { StatusInfos: [{ Message: 'The host is gone.' }] }),
        DescribeEvents: {},
      },
    });
    const waiting = waitForDbInstance({ dbInstanceIdentifier, state: 'available' }, { session: aws.session });
    await expect(waiting).rejects.toThrow('Reason: The host is gone.');
  });

  it('adds the last failure event to the reason, if the caller has the permission', async () => {
    await using aws = fakeAws({ answers: { DescribeDBInstances: described('storage-full') } });
    const Events = ['Earlier.', 'The allocated storage for DB instance orders has been exhausted'];
    aws.once('DescribeEvents', { Events: Events.map((Message) => ({ Message })) });
    aws.once('DescribeEvents', awsError('AccessDenied', 'not authorized', { status: 403 }));
    const { session } = aws;
    await expect(waitForDbInstance({ dbInstanceIdentifier, state: 'available' }, { session })).rejects.toThrow(
      'Reason: The allocated storage for DB instance orders has been exhausted. The storage of the DB instance is full: increase',
    );
    expect(aws.requests[1]?.input).toEqual({
      SourceIdentifier: 'orders',
      SourceType: 'db-instance',
      EventCategories: ['failure', 'low storage'],
      Duration: 120,
    });
    await expect(waitForDbInstance({ dbInstanceIdentifier, state: 'available' }, { session })).rejects.toThrow(
      'Reason: The storage of the DB instance is full',
    );
  });

  it.each(['available', 'storage-optimization', 'storage-initialization'])('treats %s as available', async (status) => {
    await using aws = fakeAws({ answers: { DescribeDBInstances: described(status) } });
    const found = await waitForDbInstance({ dbInstanceIdentifier, state: 'available' }, { session: aws.session });
    expect(found?.dbInstanceStatus).toBe(status);
  });

  it('reports pending changes, and ends after an hour', async () => {
    const pending = { PendingModifiedValues: { CACertificateIdentifier: 'rds-ca-rsa2048-g1' } };
    await using aws = fakeAws({ answers: { DescribeDBInstances: described('available', pending) } });
    const seen: (string | undefined)[] = [];
    const waiting = waitForDbInstance(
      { dbInstanceIdentifier, state: 'available', nothingPending: true },
      { session: aws.session, onProgress: ({ reason }) => void seen.push(reason) },
    );
    await expect(waiting).rejects.toThrow(DeadlineError);
    expect(seen[0]).toBe('pending changes: CACertificateIdentifier');
  });

  it('reaches deleted if the DB instance does not exist, and throws NotFoundError for other goals', async () => {
    await using aws = fakeAws();
    aws.on('DescribeDBInstances', awsError('DBInstanceNotFound', 'DBInstance orders not found.', { status: 404 }));
    const { session } = aws;
    expect(await waitForDbInstance({ dbInstanceIdentifier, state: 'deleted' }, { session })).toBeUndefined();
    await expect(waitForDbInstance({ dbInstanceIdentifier, state: 'stopped' }, { session })).rejects.toThrow(
      NotFoundError,
    );
  });
});
