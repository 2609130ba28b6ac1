import { AlreadyExistsError, ConflictError, NotFoundError } from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { cluster, clusterIdentifier, described, operationRunning } from '../../__fixtures__/cluster-answers.js';
import {
  deleteRedshiftCluster,
  describeRedshiftCluster,
  listRedshiftClusters,
  pauseRedshiftCluster,
  resumeRedshiftCluster,
} from './index.js';

const busy = awsError('InvalidClusterState', operationRunning);
const wrongState = awsError('InvalidClusterState', 'You cannot do this in the current state.');

describe('a Redshift cluster', () => {
  it('is described with flattened and renamed members', async () => {
    await using aws = fakeAws();
    const more = {
      VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-1', Status: 'active' }],
      IamRoles: [{ IamRoleArn: 'arn:aws:iam::123456789012:role/load', ApplyStatus: 'in-sync' }],
      AutomatedSnapshotRetentionPeriod: 7,
      MultiAZ: 'Enabled',
      RestoreStatus: { Status: 'restoring', ProgressInMegaBytes: 10, SnapshotSizeInMegaBytes: 40 },
      MasterPasswordSecretArn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:redshift!reports-awsuser',
      Tags: [{ Key: 'team', Value: 'bi' }],
    };
    aws.on('DescribeClusters', described('available', more));
    expect(await describeRedshiftCluster(clusterIdentifier, { session: aws.session })).toMatchObject({
      vpcSecurityGroupIds: ['sg-1'],
      iamRoleArns: ['arn:aws:iam::123456789012:role/load'],
      automatedSnapshotRetentionDays: 7,
      multiAz: true,
      restoreStatus: { status: 'restoring', progressInMegaBytes: 10, snapshotSizeInMegaBytes: 40 },
      masterPasswordSecretArn: more.MasterPasswordSecretArn,
      pendingActions: [],
      tags: { team: 'bi' },
    });
  });

  it('is listed by keys and values of tags, over all pages', async () => {
    await using aws = fakeAws();
    aws.once('DescribeClusters', { ...described('available'), Marker: 'next' });
    aws.once('DescribeClusters', described('paused'));
    const states = await Array.fromAsync(
      listRedshiftClusters({ tagKeys: ['team'], tagValues: ['bi', ''] }, { session: aws.session }),
      ({ clusterStatus }) => clusterStatus,
    );
    expect(states).toEqual(['available', 'paused']);
    expect(aws.requests.map(({ input }) => input)).toMatchObject([
      { MaxRecords: 100, TagKeys: ['team'], TagValues: ['bi', ''] },
      { Marker: 'next' },
    ]);
  });

  it('is paused and resumed; each wait resolves with the new state', async () => {
    await using aws = fakeAws({
      answers: { PauseCluster: { Cluster: cluster('pausing') }, ResumeCluster: { Cluster: cluster('resuming') } },
    });
    const { session } = aws;
    aws.once('DescribeClusters', described('pausing'));
    aws.once('DescribeClusters', described('paused'));
    const paused = await pauseRedshiftCluster(clusterIdentifier, { session, wait: true });
    expect(paused.clusterStatus).toBe('paused');
    // AWS can return the old state for a short time.
    for (const state of ['paused', 'resuming', 'available']) aws.once('DescribeClusters', described(state));
    const resumed = await resumeRedshiftCluster(paused, { session, wait: true });
    expect(resumed.clusterStatus).toBe('available');
    expect(aws.requests.filter(({ operation }) => operation !== 'DescribeClusters').map(({ input }) => input)).toEqual([
      { ClusterIdentifier: 'reports' },
      { ClusterIdentifier: 'reports' },
    ]);
  });

  it.each([
    ['PauseCluster', pauseRedshiftCluster, ['pausing', 'paused']],
    ['ResumeCluster', resumeRedshiftCluster, ['resuming', 'available']],
  ] as const)('that is already in the state after %s is not changed', async (operation, change, states) => {
    await using aws = fakeAws({ answers: { [operation]: wrongState } });
    for (const state of states) {
      aws.once('DescribeClusters', described(state));
      expect((await change(clusterIdentifier, { session: aws.session })).clusterStatus).toBe(state);
    }
    aws.on('DescribeClusters', described('resizing'));
    await expect(change(clusterIdentifier, { session: aws.session })).rejects.toThrow(ConflictError);
    expect(aws.clock.elapsedMs).toBe(0);
  });

  it('with another operation in progress gets the request again, for three minutes', async () => {
    await using aws = fakeAws({ answers: { DescribeClusters: described('paused') } });
    const { session } = aws;
    for (let count = 0; count < 3; count++) aws.once('ResumeCluster', busy);
    aws.once('ResumeCluster', { Cluster: cluster('resuming') });
    expect((await resumeRedshiftCluster(clusterIdentifier, { session })).clusterStatus).toBe('resuming');
    expect(aws.clock.elapsedMs).toBe(30_000);
    aws.on('ResumeCluster', busy);
    const resuming = resumeRedshiftCluster(clusterIdentifier, { session });
    await expect(resuming).rejects.toThrow(ConflictError);
    await expect(resuming).rejects.toThrow('There is an operation running on the Cluster');
    expect(aws.clock.elapsedMs).toBe(210_000);
  });

  it('that does not exist gets the request once', async () => {
    await using aws = fakeAws({ answers: { PauseCluster: awsError('ClusterNotFound', 'not found', { status: 404 }) } });
    await expect(pauseRedshiftCluster(clusterIdentifier, { session: aws.session })).rejects.toThrow(NotFoundError);
    expect(aws.requests).toHaveLength(1);
  });
});

describe('the deletion of a Redshift cluster', () => {
  it('creates a final snapshot named after the time of the session, or with the given name, or none', async () => {
    await using aws = fakeAws({ answers: { DeleteCluster: { Cluster: cluster('final-snapshot') } } });
    const { session } = aws;
    const finalClusterSnapshotIdentifier = 'reports-final-20260101000000';
    expect(await deleteRedshiftCluster(clusterIdentifier, { session })).toEqual({
      clusterIdentifier,
      finalClusterSnapshotIdentifier,
    });
    const named = { clusterIdentifier, finalClusterSnapshotIdentifier: 'last', finalClusterSnapshotRetentionDays: 30 };
    await deleteRedshiftCluster(named, { session });
    const skipping = { clusterIdentifier, skipFinalClusterSnapshot: true };
    expect(await deleteRedshiftCluster(skipping, { session })).toEqual({ clusterIdentifier });
    const ClusterIdentifier = clusterIdentifier;
    expect(aws.requests.map(({ input }) => input)).toEqual([
      {
        ClusterIdentifier,
        SkipFinalClusterSnapshot: false,
        FinalClusterSnapshotIdentifier: finalClusterSnapshotIdentifier,
      },
      {
        ClusterIdentifier,
        SkipFinalClusterSnapshot: false,
        FinalClusterSnapshotIdentifier: 'last',
        FinalClusterSnapshotRetentionPeriod: 30,
      },
      { ClusterIdentifier, SkipFinalClusterSnapshot: true },
    ]);
    const both = { ...named, skipFinalClusterSnapshot: true };
    await expect(deleteRedshiftCluster(both, { session })).rejects.toThrow('either skipFinalClusterSnapshot or');
  });

  it('resolves with wait when the cluster no longer exists', async () => {
    await using aws = fakeAws({ answers: { DeleteCluster: { Cluster: cluster('deleting') } } });
    for (const state of ['final-snapshot', 'deleting']) aws.once('DescribeClusters', described(state));
    aws.on('DescribeClusters', awsError('ClusterNotFound', 'Cluster reports not found.', { status: 404 }));
    expect(await deleteRedshiftCluster(clusterIdentifier, { session: aws.session, wait: true })).toBeUndefined();
    expect(aws.requests).toHaveLength(4);
  });

  it('names the remedy for a paused cluster, and is repeated for a busy cluster', async () => {
    await using aws = fakeAws();
    const { session } = aws;
    aws.once('DeleteCluster', busy);
    aws.once('DescribeClusters', described('paused'));
    const deleting = deleteRedshiftCluster(clusterIdentifier, { session });
    await expect(deleting).rejects.toThrow(
      'The cluster is paused; resume it with resumeRedshiftCluster before you delete it.',
    );
    aws.once('DeleteCluster', busy);
    aws.once('DescribeClusters', described('available'));
    aws.once('DeleteCluster', { Cluster: cluster('deleting') });
    await deleteRedshiftCluster(clusterIdentifier, { session });
    expect(aws.clock.elapsedMs).toBe(10_000);
  });

  it('throws ConflictError if it is already in progress, unless an earlier attempt with a lost response started it', async () => {
    await using aws = fakeAws({ answers: { DeleteCluster: busy, DescribeClusters: described('deleting') } });
    const { session } = aws;
    await expect(deleteRedshiftCluster(clusterIdentifier, { session })).rejects.toThrow(ConflictError);
    aws.once('DeleteCluster', fault('close-mid-body'));
    const named = { clusterIdentifier, finalClusterSnapshotIdentifier: 'last' };
    expect(await deleteRedshiftCluster(named, { session })).toEqual(named);
  });

  it('throws AlreadyExistsError if the final snapshot already exists', async () => {
    await using aws = fakeAws();
    aws.on('DeleteCluster', awsError('ClusterSnapshotAlreadyExists', 'The snapshot exists.'));
    const deleting = deleteRedshiftCluster(
      { clusterIdentifier, finalClusterSnapshotIdentifier: 'last' },
      { session: aws.session },
    );
    await expect(deleting).rejects.toThrow(AlreadyExistsError);
    await expect(deleting).rejects.toThrow('cluster snapshot last already exists');
  });
});
