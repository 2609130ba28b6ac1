import { AccessDeniedError, AlreadyExistsError, InvalidInputError, NotFoundError, WaitError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { cluster, clusterIdentifier, described } from '../../__fixtures__/cluster-answers.js';
import { restoreRedshiftCluster } from './index.js';

const restored = { clusterIdentifier, snapshotIdentifier: 'before-upgrade' };

describe('restoreRedshiftCluster', () => {
  it('restores a private cluster by default; the wait resolves before all data is loaded', async () => {
    await using aws = fakeAws({ answers: { RestoreFromClusterSnapshot: { Cluster: cluster('creating') } } });
    aws.once('DescribeClusters', described('creating', { RestoreStatus: { Status: 'starting' } }));
    aws.on('DescribeClusters', described('available', { RestoreStatus: { Status: 'restoring' } }));
    const made = await restoreRedshiftCluster(restored, { session: aws.session, wait: true });
    expect(made).toMatchObject({ clusterStatus: 'available', restoreStatus: { status: 'restoring' } });
    expect(aws.requests[0]?.input).toEqual({
      ClusterIdentifier: 'reports',
      SnapshotIdentifier: 'before-upgrade',
      PubliclyAccessible: false,
    });
  });

  it('sends all members of the input', async () => {
    await using aws = fakeAws({ answers: { RestoreFromClusterSnapshot: { Cluster: cluster('creating') } } });
    const snapshotArn = 'arn:aws:redshift:eu-west-1:210987654321:snapshot:theirs/last';
    await restoreRedshiftCluster(
      {
        clusterIdentifier,
        snapshotArn,
        ownerAccount: '210987654321',
        nodeType: 'ra3.4xlarge',
        numberOfNodes: 2,
        publiclyAccessible: true,
        encrypted: true,
        kmsKeyId: 'alias/warehouse',
        manageMasterPassword: true,
        masterPasswordSecretKmsKeyId: 'alias/secrets',
        automatedSnapshotRetentionDays: 7,
        manualSnapshotRetentionDays: 90,
      },
      { session: aws.session },
    );
    expect(aws.requests[0]?.input).toEqual({
      ClusterIdentifier: 'reports',
      SnapshotArn: snapshotArn,
      OwnerAccount: '210987654321',
      NodeType: 'ra3.4xlarge',
      NumberOfNodes: 2,
      PubliclyAccessible: true,
      Encrypted: true,
      KmsKeyId: 'alias/warehouse',
      ManageMasterPassword: true,
      MasterPasswordSecretKmsKeyId: 'alias/secrets',
      AutomatedSnapshotRetentionPeriod: 7,
      ManualSnapshotRetentionPeriod: 90,
    });
  });

  it('ends the wait with the reason if the restore fails', async () => {
    await using aws = fakeAws({ answers: { RestoreFromClusterSnapshot: { Cluster: cluster('creating') } } });
    aws.on('DescribeClusters', described('incompatible-restore'));
    const restoring = restoreRedshiftCluster(restored, { session: aws.session, wait: true });
    await expect(restoring).rejects.toThrow(WaitError);
    await expect(restoring).rejects.toThrow('could not be restored from the snapshot');
  });

  it.each([
    [{ clusterIdentifier }, 'either a snapshotIdentifier or a snapshotArn'],
    [
      { ...restored, snapshotArn: 'arn:aws:redshift:eu-west-1:123456789012:snapshot:a/b' },
      'either a snapshotIdentifier',
    ],
    [{ ...restored, ownerAccount: 'them' }, 'an account ID of 12 digits'],
    [{ ...restored, nodeType: 'ra3.large', port: 9_000 }, '5431–5455 or 8191–8215'],
    [{ ...restored, masterPasswordSecretKmsKeyId: 'key' }, 'only with manageMasterPassword'],
    [{ ...restored, clusterIdentifier: 'Reports' }, '1–63 lower-case letters'],
  ])('rejects invalid input before anything is sent: %o', async (invalid, message) => {
    await using aws = fakeAws();
    const restoring = restoreRedshiftCluster(invalid, { session: aws.session });
    await expect(restoring).rejects.toThrow(InvalidInputError);
    await expect(restoring).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it.each([
    ['ClusterAlreadyExists', AlreadyExistsError, 'cluster reports already exists'],
    ['ClusterSnapshotNotFound', NotFoundError, 'cluster snapshot before-upgrade does not exist'],
    ['AccessToSnapshotDenied', AccessDeniedError, 'The owner of the snapshot must share it'],
  ])('throws the error class for %s', async (code, type, message) => {
    await using aws = fakeAws({ answers: { RestoreFromClusterSnapshot: awsError(code, 'AWS says no.') } });
    const restoring = restoreRedshiftCluster(restored, { session: aws.session });
    await expect(restoring).rejects.toThrow(type);
    await expect(restoring).rejects.toThrow(message);
    expect(aws.requests).toHaveLength(1);
  });
});
