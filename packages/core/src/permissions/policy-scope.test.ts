import { afterEach, describe, expect, it, vi } from 'vitest';

import { describeInstance, ec2, startInstance } from '../__fixtures__/instances.js';
import type { DeclaredFunction, PolicyLimits } from '../declaration/info.js';
import type { Permission } from '../declaration/permission.js';
import { task } from '../define/task.js';
import { acrossAccounts } from '../fan-out/across-accounts.js';
import { acrossRegions } from '../fan-out/across-regions.js';
import { input } from '../declaration/read-input.js';
import { checkPermission } from './check-permission.js';
import { decodeAuthorizationMessage } from './decode-authorization-message.js';
import { policyFor } from './policy-for.js';

const service = {
  ...ec2,
  arns: {
    bucket: 'arn:aws:s3:::{bucket}',
    object: 'arn:aws:s3:::{bucket}/{key|prefix*}',
    topic: 'arn:aws:sns:*:*:{topicArn}',
    queue: 'arn:aws:sqs:*:*:{queueUrl|queueName}',
  },
  arnFrom: {
    queueUrl: (url: string) => (url.startsWith('https:') ? `arn:aws:sqs:*:*:${url.split('/').at(-1)}` : undefined),
  },
};

const functionWith = <Limits extends PolicyLimits>(...permissions: readonly Permission[]): DeclaredFunction<Limits> =>
  task<object, void, Limits>(() => ({
    name: 'save',
    service,
    permissions,
    input: input<object>({}),
    uses: [],
    run: async () => undefined,
  }));

const put = functionWith<{ on: 'bucket' | 'key' | 'prefix'; with: 'tags' }>(
  { action: 's3:PutObject', resources: ['object'] },
  { action: 's3:ListBucket', resources: ['bucket'], when: 'always' },
  { action: 's3:PutObjectTagging', resources: ['object'], with: 'tags' },
);
const publish = functionWith<{ on: 'topicArn' }>({ action: 'sns:Publish', resources: ['topic'] });
const send = functionWith<{ on: 'queueUrl' | 'queueName' }>({ action: 'sqs:SendMessage', resources: ['queue'] });

const resourcesOf = (...functions: readonly DeclaredFunction[]): readonly unknown[] =>
  policyFor(...functions, { partition: 'aws' }).Statement.map(({ Resource }) => Resource);

afterEach(() => vi.unstubAllEnvs());

describe('on', () => {
  it.each([
    [{ bucket: 'reports', prefix: 'daily/' }, 'arn:aws:s3:::reports/daily/*', 'arn:aws:s3:::reports'],
    [{ bucket: 'reports', key: 'a b.txt' }, 'arn:aws:s3:::reports/a b.txt', 'arn:aws:s3:::reports'],
    [{ bucket: 'reports' }, 'arn:aws:s3:::reports/*', 'arn:aws:s3:::reports'],
    [{ prefix: 'daily/' }, 'arn:aws:s3:::*/daily/*', 'arn:aws:s3:::*'],
    [
      { bucket: ['a', 'b'], key: 'x', prefix: 'y/' },
      ['arn:aws:s3:::a/x', 'arn:aws:s3:::a/y/*', 'arn:aws:s3:::b/x', 'arn:aws:s3:::b/y/*'],
      ['arn:aws:s3:::a', 'arn:aws:s3:::b'],
    ],
  ])('limits the actions to resources: %j', (resources, object, bucket) => {
    expect(resourcesOf(put.on(resources))).toEqual([object, bucket]);
  });

  it('does not limit the other functions of the policy, nor the function itself', () => {
    expect(resourcesOf(put.on({ bucket: 'reports' }), startInstance)).toContain('arn:aws:ec2:*:*:instance/*');
    expect(resourcesOf(put)).toEqual(['arn:aws:s3:::*/*', 'arn:aws:s3:::*']);
  });

  it('limits the functions that a task uses', () => {
    const both = task<object, void, { on: 'bucket' | 'topicArn' }>(() => ({
      name: 'both',
      input: input<object>({}),
      uses: [put, publish],
      run: async () => undefined,
    }));
    expect(resourcesOf(both.on({ bucket: 'reports' }))).toEqual([
      'arn:aws:s3:::reports/*',
      'arn:aws:s3:::reports',
      'arn:aws:sns:*:*:*',
    ]);
  });

  it('accepts ARNs, and values that contain one', () => {
    const topicArn = 'arn:aws-cn:sns:cn-north-1:123456789012:orders';
    expect(resourcesOf(publish.on({ topicArn }))).toEqual([topicArn]);
    expect(resourcesOf(send.on({ queueUrl: 'https://sqs/1/orders', queueName: 'bills' }))).toEqual([
      ['arn:aws:sqs:*:*:orders', 'arn:aws:sqs:*:*:bills'],
    ]);
  });

  it.each([
    [put, {}, "policyFor: save.on: pass the resources, e.g. { bucket: '…' }."],
    [put, undefined, "policyFor: save.on: pass the resources, e.g. { bucket: '…' }."],
    [put, { buket: 'a' }, 'policyFor: save.on: unknown name "buket". It accepts bucket, key, prefix.'],
    [put, { bucket: '' }, 'policyFor: save.on: bucket must be a name or an ARN (got "").'],
    [put, { bucket: 5 }, 'policyFor: save.on: bucket must be a name or an ARN (got 5).'],
    [put, { bucket: 'a\nb' }, String.raw`policyFor: save.on: bucket must be a name or an ARN (got "a\nb").`],
    [put, { bucket: [] }, 'policyFor: save.on: bucket is an empty list. Omit it for all resources.'],
    [
      put,
      { bucket: 'arn:aws:sns:::a' },
      'policyFor: save.on: bucket must be like arn:aws:s3:::*/* (got "arn:aws:sns:::a").',
    ],
    [publish, { topicArn: 'orders' }, 'policyFor: save.on: topicArn must be like arn:aws:sns:*:*:* (got "orders").'],
    [
      describeInstance,
      { instanceId: 'i-1' },
      'policyFor: describeInstance.on: IAM cannot limit ec2:DescribeInstances to resources. Pass describeInstance without on.',
    ],
  ])('rejects invalid resources: case %#', (callable, resources, message) => {
    const on = callable.on as (value: unknown) => DeclaredFunction;
    expect(() => policyFor(on(resources))).toThrow(message);
  });
});

describe('with', () => {
  const actions = (...functions: readonly DeclaredFunction[]): readonly unknown[] =>
    policyFor(...functions).Statement.flatMap(({ Action }) => Action);

  it('adds the permissions of a case on request only', () => {
    expect(actions(put)).toEqual(['s3:PutObject', 's3:ListBucket']);
    expect(actions(put.with('tags'))).toContain('s3:PutObjectTagging');
    expect(resourcesOf(put.with('tags').on({ bucket: 'a' }))).toEqual(['arn:aws:s3:::a/*', 'arn:aws:s3:::a']);
    expect(actions(put.on({ bucket: 'a' }).with('tags'))).toContain('s3:PutObjectTagging');
  });

  it('rejects a case that the function does not have', () => {
    expect(() => policyFor(put.with('tag' as never))).toThrow(
      'policyFor: save.with: unknown name "tag". It accepts tags.',
    );
    expect(() => policyFor(startInstance.with('tags' as never))).toThrow('It accepts none.');
  });
});

describe('the place of the resources', () => {
  const resource = (options?: object): unknown => policyFor(startInstance, options ?? {}).Statement[0]?.Resource;

  it.each([
    [{}, 'arn:aws:ec2:*:*:instance/*'],
    [{ partition: 'aws-us-gov' }, 'arn:aws-us-gov:ec2:*:*:instance/*'],
    [{ region: 'cn-north-1' }, 'arn:aws-cn:ec2:cn-north-1:*:instance/*'],
    [
      { region: 'eusc-de-east-1', accountId: '123456789012' },
      'arn:aws-eusc:ec2:eusc-de-east-1:123456789012:instance/*',
    ],
    [{ region: 'us-isob-east-1' }, 'arn:aws-iso-b:ec2:us-isob-east-1:*:instance/*'],
  ])('is in the ARNs: %j', (options, arn) => {
    vi.stubEnv('AWS_REGION', undefined);
    vi.stubEnv('AWS_DEFAULT_REGION', undefined);
    expect(resource(options)).toBe(arn);
  });

  it('has the partition of the region in the environment', () => {
    vi.stubEnv('AWS_REGION', 'us-gov-west-1');
    expect(resource()).toBe('arn:aws-us-gov:ec2:*:*:instance/*');
    expect(resource({ partition: 'aws' })).toBe('arn:aws:ec2:*:*:instance/*');
  });

  it.each([
    [
      { regions: 'eu-west-1' },
      'policyFor: unknown option "regions". It accepts region, accountId, partition, after the functions.',
    ],
    [{ region: 'Ireland' }, 'policyFor: region must be a region such as eu-west-1 (got "Ireland").'],
    [{ accountId: '1' }, 'policyFor: accountId must be 12 digits (got "1").'],
    [{ partition: 'gov' }, 'policyFor: partition must be a partition such as aws-us-gov (got "gov").'],
  ])('is checked: %j', (options, message) => {
    expect(() => resource(options)).toThrow(message);
  });
});

it('covers the functions of core', () => {
  expect(policyFor(acrossRegions, acrossAccounts, decodeAuthorizationMessage, checkPermission).Statement).toEqual([
    {
      Effect: 'Allow',
      Action: ['ec2:DescribeRegions', 'iam:SimulatePrincipalPolicy', 'sts:DecodeAuthorizationMessage'],
      Resource: '*',
    },
    { Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: 'arn:aws:iam::*:role/*' },
  ]);
  const roleArn = 'arn:aws:iam::123456789012:role/audit';
  expect(policyFor(acrossAccounts.on({ roleArn })).Statement[0]?.Resource).toBe(roleArn);
});
