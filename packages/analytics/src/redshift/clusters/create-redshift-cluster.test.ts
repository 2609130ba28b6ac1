import { inspect } from 'node:util';

import { AlreadyExistsError, CapacityError, InvalidInputError } from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { cluster, clusterIdentifier, described } from '../../__fixtures__/cluster-answers.js';
import { createRedshiftCluster } from './index.js';

const small = { clusterIdentifier, nodeType: 'ra3.large' };

describe('createRedshiftCluster', () => {
  it('creates a private, encrypted cluster with snapshots and a managed password by default', async () => {
    await using aws = fakeAws({
      answers: { CreateCluster: { Cluster: cluster('creating', { Endpoint: { Port: 5439 } }) } },
    });
    aws.once('DescribeClusters', awsError('ClusterNotFound', 'Cluster reports not found.', { status: 404 }));
    aws.once('DescribeClusters', described('creating'));
    const Endpoint = { Address: 'reports.abc.eu-west-1.redshift.amazonaws.com', Port: 5439 };
    aws.on('DescribeClusters', described('available', { Endpoint, MultiAZ: 'Disabled' }));
    const { session } = aws;
    const states: string[] = [];
    const onProgress = ({ state }: { state: string }): void => void states.push(state);
    const made = await createRedshiftCluster({ ...small, tags: { team: 'bi' } }, { session, wait: { onProgress } });
    expect(made).toMatchObject({
      clusterStatus: 'available',
      multiAz: false,
      endpoint: { address: Endpoint.Address, port: 5439 },
    });
    expect(states).toEqual(['creating', 'available']);
    expect(aws.requests[0]?.input).toEqual({
      ClusterIdentifier: 'reports',
      NodeType: 'ra3.large',
      ClusterType: 'single-node',
      MasterUsername: 'awsuser',
      ManageMasterPassword: true,
      Encrypted: true,
      PubliclyAccessible: false,
      AutomatedSnapshotRetentionPeriod: 7,
      Tags: [{ Key: 'team', Value: 'bi' }],
    });
    expect((await createRedshiftCluster(small, { session })).endpoint).toBeUndefined();
  });

  it('sends all members of the input', async () => {
    await using aws = fakeAws({ answers: { CreateCluster: { Cluster: cluster('creating') } } });
    await createRedshiftCluster(
      {
        ...small,
        numberOfNodes: 2,
        masterUsername: 'admin',
        masterUserPassword: 'Correct-h0rse',
        dbName: 'sales',
        publiclyAccessible: true,
        automatedSnapshotRetentionDays: 1,
        manualSnapshotRetentionDays: -1,
        multiAz: true,
        iamRoles: ['arn:aws:iam::123456789012:role/load'],
        vpcSecurityGroupIds: ['sg-0123456789abcdef0'],
        port: 8_200,
      },
      { session: aws.session },
    );
    expect(aws.requests[0]?.input).toEqual({
      ClusterIdentifier: 'reports',
      NodeType: 'ra3.large',
      ClusterType: 'multi-node',
      NumberOfNodes: 2,
      MasterUsername: 'admin',
      MasterUserPassword: 'Correct-h0rse',
      DBName: 'sales',
      Encrypted: true,
      PubliclyAccessible: true,
      AutomatedSnapshotRetentionPeriod: 1,
      ManualSnapshotRetentionPeriod: -1,
      MultiAZ: true,
      IamRoles: ['arn:aws:iam::123456789012:role/load'],
      VpcSecurityGroupIds: ['sg-0123456789abcdef0'],
      Port: 8_200,
    });
  });

  it.each([
    [
      { clusterIdentifier: 'Reports' },
      'digits and single hyphens, beginning with a letter, not ending with a hyphen (got "Reports")',
    ],
    [{ clusterIdentifier: 'a--b' }, 'single hyphens'],
    [{ clusterIdentifier: 'a-' }, 'not ending with a hyphen'],
    [{ clusterIdentifier: 'a'.repeat(64) }, '1–63 lower-case letters'],
    [{ nodeType: 'large' }, 'nodeType must be a node type such as ra3.large (got "large")'],
    [{ numberOfNodes: 101 }, 'numberOfNodes must be at most 100 (got 101)'],
    [{ masterUsername: 'public' }, 'public is not allowed'],
    [{ masterUsername: '1st' }, 'beginning with a letter'],
    [
      { dbName: 'a'.repeat(65) },
      'dbName must have at most 64 characters (got "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")',
    ],
    [{ port: 9_000 }, 'port must be 5431–5455 or 8191–8215 for ra3 and rg nodes (got 9000)'],
    [{ port: 80, nodeType: 'dc2.large' }, 'port must be at least 1150 (got 80)'],
    [{ automatedSnapshotRetentionDays: 0 }, 'must be 1–35; 0 for dc2 nodes only (got 0)'],
    [{ automatedSnapshotRetentionDays: 36 }, 'must be at most 35 (got 36)'],
    [{ manualSnapshotRetentionDays: 0 }, 'must be 1–3,653, or -1 for no limit (got 0)'],
    [{ preferredMaintenanceWindow: 'Sunday' }, 'days and times such as sun:03:00-sun:03:30'],
    [
      { vpcSecurityGroupIds: ['web'] },
      'vpcSecurityGroupIds[0] must be sg- followed by 8 or 17 hexadecimal digits, e.g. sg-0123456789abcdef0 (got "web")',
    ],
    [{ iamRoles: ['load'] }, 'an ARN such as'],
    [{ masterUserPassword: 'Correct-h0rse', masterPasswordSecretKmsKeyId: 'key' }, 'only without masterUserPassword'],
  ])('rejects invalid input before anything is sent: %o', async (invalid, message) => {
    await using aws = fakeAws();
    const making = createRedshiftCluster({ ...small, ...invalid }, { session: aws.session });
    await expect(making).rejects.toThrow(InvalidInputError);
    await expect(making).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it('accepts unknown node types, and settings that only dc2 nodes support', async () => {
    await using aws = fakeAws({ answers: { CreateCluster: { Cluster: cluster('creating') } } });
    await createRedshiftCluster({ ...small, nodeType: 'ra9.mega' }, { session: aws.session });
    const dc2 = { ...small, nodeType: 'dc2.large', automatedSnapshotRetentionDays: 0, port: 1_150 };
    await createRedshiftCluster(dc2, { session: aws.session });
    expect(aws.requests[1]?.input).toMatchObject({ AutomatedSnapshotRetentionPeriod: 0, Port: 1_150 });
  });

  it.each(['Short1', 'no-upper-1', 'NO-LOWER-1', 'No-digits', 'At@sign-1', `Long-1${'x'.repeat(59)}`])(
    'quotes the password %s in no error and no event',
    async (masterUserPassword) => {
      const events: unknown[] = [];
      await using aws = fakeAws({ session: { onEvent: (event) => void events.push(event) } });
      aws.on('CreateCluster', awsError('InvalidParameterValue', 'The parameter MasterUserPassword is not valid.'));
      const failing = async (password: string): Promise<unknown> =>
        createRedshiftCluster({ ...small, masterUserPassword: password }, { session: aws.session }).catch(
          (thrown: unknown) => thrown,
        );
      const error = await failing(masterUserPassword);
      expect((error as Error).message).toContain('masterUserPassword must be 8–64');
      const shown = inspect([error, await failing('Correct-h0rse'), events], { depth: 20, showHidden: true });
      expect(aws.requests).toHaveLength(1);
      expect(shown).not.toContain(masterUserPassword);
      expect(shown).not.toContain('Correct-h0rse');
    },
  );

  it('throws AlreadyExistsError for an existing identifier, with a note if an earlier attempt may have created the cluster', async () => {
    const taken = awsError('ClusterAlreadyExists', 'Cluster already exists');
    await using aws = fakeAws({ answers: { CreateCluster: taken } });
    const first: unknown = await createRedshiftCluster(small, { session: aws.session }).catch(
      (thrown: unknown) => thrown,
    );
    expect(first).toBeInstanceOf(AlreadyExistsError);
    expect(first).toMatchObject({ resource: 'cluster', id: 'reports' });
    expect((first as Error).message).not.toContain('earlier attempt');
    aws.once('CreateCluster', fault('close-mid-body'));
    const second = createRedshiftCluster(small, { session: aws.session });
    await expect(second).rejects.toThrow(
      'An earlier attempt of this call may have created it: the response to that attempt was lost.',
    );
  });

  it('throws CapacityError if AWS has no free nodes', async () => {
    await using aws = fakeAws({ answers: { CreateCluster: awsError('InsufficientClusterCapacity', 'No capacity.') } });
    await expect(createRedshiftCluster(small, { session: aws.session })).rejects.toThrow(CapacityError);
  });
});
