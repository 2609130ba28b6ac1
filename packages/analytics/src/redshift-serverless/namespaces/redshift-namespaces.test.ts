import { inspect } from 'node:util';

import {
  AlreadyExistsError,
  ConflictError,
  DeadlineError,
  InvalidInputError,
  NotFoundError,
  WaitError,
} from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import {
  createRedshiftNamespace,
  deleteRedshiftNamespace,
  describeRedshiftNamespace,
  listRedshiftNamespaces,
  waitForRedshiftNamespace,
} from './index.js';

const namespaceName = 'reports';
const response = (status: string, more: object = {}): object => ({ namespace: { namespaceName, status, ...more } });
const absent = awsError('ResourceNotFoundException', 'Namespace reports not found.');
const busy = awsError('ConflictException', 'There is an operation running on the namespace. Try again later.');

describe('createRedshiftNamespace', () => {
  it('creates a namespace with a managed password, or with the password of the input', async () => {
    await using aws = fakeAws({ answers: { CreateNamespace: response('MODIFYING') } });
    const { session } = aws;
    aws.once('GetNamespace', absent);
    aws.once('GetNamespace', response('MODIFYING'));
    aws.on(
      'GetNamespace',
      response('AVAILABLE', { adminPasswordSecretArn: 'arn:aws:secretsmanager:::secret:redshift!a' }),
    );
    const made = await createRedshiftNamespace(
      { namespaceName, iamRoles: ['arn:aws:iam::123456789012:role/load'], tags: { team: 'bi' } },
      { session, wait: true },
    );
    expect(made).toMatchObject({
      status: 'AVAILABLE',
      adminPasswordSecretArn: expect.any(String) as string,
      iamRoleArns: [],
    });
    const own = { namespaceName, adminUsername: 'boss', adminUserPassword: 'Correct-h0rse', dbName: 'sales' };
    await createRedshiftNamespace({ ...own, logExports: ['userlog'], kmsKeyId: 'alias/warehouse' }, { session });
    const sent = aws.requests.filter(({ operation }) => operation === 'CreateNamespace').map(({ input }) => input);
    expect(sent).toEqual([
      {
        namespaceName,
        adminUsername: 'admin',
        manageAdminPassword: true,
        iamRoles: ['arn:aws:iam::123456789012:role/load'],
        tags: [{ key: 'team', value: 'bi' }],
      },
      { ...own, logExports: ['userlog'], kmsKeyId: 'alias/warehouse' },
    ]);
  });

  it.each([
    [{ namespaceName: 'ab' }, '3–64 lower-case letters, digits and hyphens'],
    [{ namespaceName: 'Reports' }, '3–64 lower-case letters, digits and hyphens'],
    [{ dbName: '1st' }, 'beginning with a letter'],
    [{ iamRoles: ['load'] }, 'an ARN such as'],
    [{ adminUserPassword: 'Correct-h0rse', adminPasswordSecretKmsKeyId: 'key' }, 'only without adminUserPassword'],
  ])('rejects invalid input before anything is sent: %o', async (invalid, message) => {
    await using aws = fakeAws();
    const making = createRedshiftNamespace({ namespaceName, ...invalid }, { session: aws.session });
    await expect(making).rejects.toThrow(InvalidInputError);
    await expect(making).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it('quotes the password in no error and no event', async () => {
    const events: unknown[] = [];
    await using aws = fakeAws({ session: { onEvent: (event) => void events.push(event) } });
    aws.on('CreateNamespace', awsError('ValidationException', 'The password is not valid.'));
    const failing = async (adminUserPassword: string): Promise<unknown> =>
      createRedshiftNamespace({ namespaceName, adminUserPassword }, { session: aws.session }).catch(
        (thrown: unknown) => thrown,
      );
    const [early, late] = [await failing('hunter2-is-short-of-more'), await failing('Correct-h0rse')];
    expect((early as Error).message).toContain(
      'adminUserPassword must be 8–64 printable ASCII characters with an upper-case letter, a lower-case letter and a digit, without quotes, slashes, @ and spaces (got a value that is not shown)',
    );
    const shown = inspect([early, late, events], { depth: 20, showHidden: true });
    expect(shown).not.toMatch(/hunter2|Correct-h0rse/);
  });

  it('throws AlreadyExistsError for an existing name, and repeats the request while the namespace is busy', async () => {
    await using aws = fakeAws({ answers: { CreateNamespace: awsError('ConflictException', 'It conflicts.') } });
    const { session } = aws;
    aws.once('GetNamespace', response('AVAILABLE'));
    const taken: unknown = await createRedshiftNamespace({ namespaceName }, { session }).catch(
      (thrown: unknown) => thrown,
    );
    expect(taken).toBeInstanceOf(AlreadyExistsError);
    expect(taken).toMatchObject({
      message: 'createRedshiftNamespace: namespace reports already exists. AWS says: It conflicts.',
      id: namespaceName,
      code: 'ConflictException',
    });
    aws.once('GetNamespace', absent);
    await expect(createRedshiftNamespace({ namespaceName }, { session })).rejects.toThrow(ConflictError);
    aws.once('CreateNamespace', fault('close-mid-body'));
    aws.once('GetNamespace', response('AVAILABLE'));
    const again = createRedshiftNamespace({ namespaceName }, { session });
    await expect(again).rejects.toThrow(
      'An earlier attempt of this call may have created it: the response to that attempt was lost.',
    );
    aws.once('CreateNamespace', busy);
    aws.once('GetNamespace', absent);
    aws.once('CreateNamespace', response('AVAILABLE'));
    expect((await createRedshiftNamespace({ namespaceName }, { session })).status).toBe('AVAILABLE');
  });
});

describe('a namespace of Redshift Serverless', () => {
  it('is described, and listed over all pages', async () => {
    const [load, unload] = ['arn:aws:iam::123456789012:role/load', 'arn:aws:iam::123456789012:role/team/unload'];
    const iamRoles = [`IamRole(applyStatus=in-sync, iamRoleArn=${load})`, unload];
    await using aws = fakeAws({
      answers: { GetNamespace: response('AVAILABLE', { logExports: ['userlog'], iamRoles }) },
    });
    const { session } = aws;
    const found = await describeRedshiftNamespace(namespaceName, { session });
    expect(found).toEqual({ namespaceName, status: 'AVAILABLE', iamRoleArns: [load, unload], logExports: ['userlog'] });
    aws.once('ListNamespaces', { namespaces: [{ namespaceName, status: 'AVAILABLE' }], nextToken: 'next' });
    aws.once('ListNamespaces', { namespaces: [{ namespaceName: 'other', status: 'DELETING' }] });
    const names = await Array.fromAsync(listRedshiftNamespaces({}, { session }), (each) => each.namespaceName);
    expect(names).toEqual([namespaceName, 'other']);
    expect(aws.requests.slice(1).map(({ input }) => input)).toMatchObject([{ maxResults: 100 }, { nextToken: 'next' }]);
  });

  it('is deleted with or without a final snapshot; the wait resolves when it no longer exists', async () => {
    await using aws = fakeAws({ answers: { DeleteNamespace: response('DELETING') } });
    const { session } = aws;
    expect((await deleteRedshiftNamespace(namespaceName, { session })).status).toBe('DELETING');
    aws.once('GetNamespace', response('AVAILABLE'));
    aws.once('GetNamespace', response('DELETING'));
    aws.on('GetNamespace', absent);
    const last = { namespaceName, finalSnapshotName: 'last', finalSnapshotRetentionDays: 30 };
    expect(await deleteRedshiftNamespace(last, { session, wait: true })).toBeUndefined();
    expect(aws.requests.slice(0, 2).map(({ input }) => input)).toEqual([
      { namespaceName },
      { namespaceName, finalSnapshotName: 'last', finalSnapshotRetentionPeriod: 30 },
    ]);
    const days = deleteRedshiftNamespace({ namespaceName, finalSnapshotRetentionDays: 30 }, { session });
    await expect(days).rejects.toThrow('finalSnapshotRetentionDays only with a finalSnapshotName');
  });

  it('gets the deletion request again while it is busy, and throws ConflictError if another client deletes it', async () => {
    await using aws = fakeAws({ answers: { DeleteNamespace: busy } });
    const { session } = aws;
    aws.once('GetNamespace', response('AVAILABLE'));
    aws.once('DeleteNamespace', busy);
    aws.once('DeleteNamespace', response('DELETING'));
    await deleteRedshiftNamespace(namespaceName, { session });
    expect(aws.clock.elapsedMs).toBe(10_000);
    aws.on('GetNamespace', response('DELETING'));
    await expect(deleteRedshiftNamespace(namespaceName, { session })).rejects.toThrow(ConflictError);
    aws.once('DeleteNamespace', fault('close-mid-body'));
    expect((await deleteRedshiftNamespace(namespaceName, { session })).status).toBe('DELETING');
  });

  it('ends a wait if it is being deleted, is unknown, or exceeds the timeout', async () => {
    await using aws = fakeAws();
    const { session } = aws;
    aws.once('GetNamespace', response('DELETING'));
    const goal = { namespaceName, state: 'available' } as const;
    await expect(waitForRedshiftNamespace(goal, { session })).rejects.toThrow(WaitError);
    aws.once('GetNamespace', absent);
    await expect(waitForRedshiftNamespace(goal, { session })).rejects.toThrow(NotFoundError);
    aws.on('GetNamespace', response('MODIFYING'));
    await expect(waitForRedshiftNamespace(goal, { session })).rejects.toThrow(DeadlineError);
    expect(aws.clock.elapsedMs).toBe(1_800_000);
  });
});
