import { call } from '@arch/core';
import { fakeAws } from '@arch/core/testing';
import { GetIdentityCenterAuthTokenCommand as ClusterTokenCommand, RedshiftClient } from '@aws-sdk/client-redshift';
import {
  GetIdentityCenterAuthTokenCommand as WorkgroupTokenCommand,
  RedshiftServerlessClient,
} from '@aws-sdk/client-redshift-serverless';
import { expect, it } from 'vitest';

const clusters = { Token: 'of clusters', ExpirationTime: '2026-12-01T00:00:00Z' };
const workgroups = { token: 'of workgroups', expirationTime: '2026-12-01T00:00:00Z' };

it('distinguishes an operation that two services have, at the same time and in any order', async () => {
  await using aws = fakeAws();
  aws.on('Redshift:GetIdentityCenterAuthToken', clusters);
  aws.on('Redshift Serverless:GetIdentityCenterAuthToken', workgroups);
  const { session } = aws;
  const ofClusters = (): Promise<unknown> =>
    call(RedshiftClient, ClusterTokenCommand, { ClusterIds: ['reports'] }, { session }).then(({ Token }) => Token);
  const ofWorkgroups = (): Promise<unknown> =>
    call(RedshiftServerlessClient, WorkgroupTokenCommand, { workgroupNames: ['reports'] }, { session }).then(
      ({ token }) => token,
    );
  expect(await Promise.all([ofClusters(), ofWorkgroups(), ofClusters()])).toEqual([
    'of clusters',
    'of workgroups',
    'of clusters',
  ]);
  expect([await ofWorkgroups(), await ofClusters()]).toEqual(['of workgroups', 'of clusters']);
  expect(aws.requests.map(({ service }) => service)).toContain('Redshift Serverless');
});
