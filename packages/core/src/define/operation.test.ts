import {
  DescribeRegionsCommand,
  DescribeRegionsResult$,
  DetachVolumeCommand,
  RebootInstancesCommand,
  Region$,
  VolumeAttachment$,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';

import { describeInstance, ec2, instancesOf, runInstance, terminateInstance } from '../__fixtures__/instances.js';
import { infoOf } from '../declaration/info.js';
import { list } from '../schema/list.js';
import { noOutput } from '../schema/no-output.js';
import { resource } from '../schema/resource.js';
import { string } from '../schema/z.js';
import { fakeAws } from '../testing/index.js';
import { type Operation, operation } from './operation.js';
import { input } from '../declaration/read-input.js';

const launched = { Instances: [{ InstanceId: 'i-1', State: { Name: 'pending' } }] };

describe('an operation', () => {
  it("sends its input with AWS's names and returns the resource with AWS's response as aws", async () => {
    await using aws = fakeAws({ answers: { DescribeInstances: instancesOf(['i-1']) } });
    const found = await describeInstance('i-1', { session: aws.session });
    expect(found).toEqual({ instanceId: 'i-1', state: 'running', tags: {} });
    expect(found.aws).toEqual({ InstanceId: 'i-1', State: { Name: 'running' } });
    expect(Object.keys(found)).not.toContain('aws');
    expect(aws.requests.map(({ operation, input }) => [operation, input])).toEqual([
      ['DescribeInstances', { InstanceIds: ['i-1'] }],
    ]);
  });

  it('accepts a string, an object, and the result of an earlier call', async () => {
    await using aws = fakeAws({ answers: { DescribeInstances: instancesOf(['i-1']) } });
    const found = await describeInstance('i-1', { session: aws.session });
    await describeInstance({ instanceId: 'i-1' }, { session: aws.session });
    await describeInstance(found, { session: aws.session });
    expect(aws.requests.map(({ input }) => input)).toEqual(Array.from({ length: 3 }, () => ({ InstanceIds: ['i-1'] })));
  });

  it('reads the parent key from the result of an earlier call', async () => {
    interface Attachment {
      readonly volumeId: string;
      readonly instanceId: string;
    }
    const detachVolume: Operation<Attachment, Attachment> = operation(() => ({
      name: 'detachVolume',
      service: ec2,
      command: DetachVolumeCommand,
      permissions: ['ec2:DetachVolume'],
      key: 'volumeId',
      parentKey: 'instanceId',
      input: input<Attachment>({ volumeId: string(), instanceId: string() }),
      output: resource<Attachment>(VolumeAttachment$, { volumeId: string(), instanceId: string() }),
    }));
    const ids = { VolumeId: 'vol-1', InstanceId: 'i-1' };
    await using aws = fakeAws({ answers: { DetachVolume: { ...ids, State: 'busy' } } });
    const busy = await detachVolume({ volumeId: 'vol-1', instanceId: 'i-1' }, { session: aws.session });
    await detachVolume(busy, { session: aws.session });
    expect(aws.requests.map((request) => request.input)).toEqual([ids, ids]);
    await expect(detachVolume('vol-1' as never, { session: aws.session })).rejects.toThrow('instanceId is required');
  });

  it('lets the members of aws override the others', async () => {
    await using aws = fakeAws({ answers: { RunInstances: launched } });
    const further = { InstanceType: 't3.micro', EbsOptimized: true };
    await runInstance({ imageId: 'ami-1', placement: { availabilityZone: 'eu-west-1a' }, aws: further } as never, {
      session: aws.session,
    });
    expect(aws.requests[0]?.input).toMatchObject({
      ImageId: 'ami-1',
      Placement: { AvailabilityZone: 'eu-west-1a' },
      MinCount: 1,
      MaxCount: 1,
      InstanceType: 't3.micro',
      EbsOptimized: true,
    });
  });

  it.each([
    [undefined, 'instanceId is required'],
    [5, 'the input must be an object (got 5)'],
    [null, 'the input must be an object (got null)'],
    [{ instanceId: 5 }, 'instanceId must be a string (got 5)'],
    [{ instanceId: 'i-1', wait: true }, 'unknown member wait'],
    [{ instanceId: 'i-1', aws: { InstancIds: [] } }, 'unknown member aws.InstancIds: did you mean aws.InstanceIds?'],
  ])('rejects invalid input and sends nothing: %o', async (input, words) => {
    await using aws = fakeAws();
    const failure = describeInstance(input as never, { session: aws.session });
    await expect(failure).rejects.toMatchObject({
      name: 'InvalidInputError',
      operation: 'describeInstance',
      retryable: false,
    });
    await expect(failure).rejects.toThrow(`describeInstance: ${words}`);
    expect(aws.requests).toEqual([]);
  });

  it.each([
    ['eu-west-1', 'describeInstance: options must be an object such as'],
    [null, 'describeInstance: options must be an object such as'],
    [0, 'describeInstance: options must be an object such as'],
    [
      { timeout: 5 },
      'describeInstance: unknown option timeout: the options are session, region, profile, signal, timeoutMs,',
    ],
    [{ timeoutMs: 0 }, 'describeInstance: timeoutMs must be a number of milliseconds greater than 0'],
    [{ attemptTimeoutMs: '5' }, 'describeInstance: attemptTimeoutMs must be a number of milliseconds'],
    [{ maxAttempts: 0 }, 'describeInstance: maxAttempts must be a whole number of at least 1 (got 0).'],
    [{ signal: {} }, 'describeInstance: signal must be an AbortSignal.'],
    [{ signal: null }, 'describeInstance: signal must be an AbortSignal.'],
    [{ onEvent: 'log' }, 'describeInstance: onEvent must be a function.'],
    [{ profile: 'x', session: {} }, 'describeInstance: provide session or profile, not both'],
  ])('rejects invalid options: %o', async (options, words) => {
    const failure = describeInstance('i-1', options as never);
    await expect(failure).rejects.toMatchObject({ name: 'InvalidInputError' });
    await expect(failure).rejects.toThrow(words);
  });

  it('throws if the response does not contain the resource', async () => {
    await using aws = fakeAws({
      answers: { DescribeInstances: instancesOf([]), TerminateInstances: {}, RunInstances: {} },
    });
    await expect(describeInstance('i-1', { session: aws.session })).rejects.toMatchObject({
      name: 'NotFoundError',
      message: "describeInstance: AWS's response does not contain i-1.",
      id: 'i-1',
    });
    await expect(terminateInstance('i-1', { session: aws.session })).rejects.toMatchObject({
      name: 'UnexpectedResponseError',
      id: 'i-1',
    });
    await expect(runInstance({ imageId: 'ami-1' }, { session: aws.session })).rejects.toThrow(
      "runInstance: AWS's response does not contain the resource.",
    );
  });

  it('returns the whole response by default', async () => {
    const describeRegions = operation(() => ({
      name: 'describeRegions',
      service: ec2,
      command: DescribeRegionsCommand,
      permissions: ['ec2:DescribeRegions'],
      input: input<object>({}),
      output: resource<{ regions: readonly { regionName: string }[] }>(DescribeRegionsResult$, {
        regions: list(resource<{ regionName: string }>(Region$, { regionName: string() })),
      }),
    }));
    await using aws = fakeAws({ answers: { DescribeRegions: { Regions: [{ RegionName: 'eu-west-1' }] } } });
    expect(await describeRegions({}, { session: aws.session })).toEqual({ regions: [{ regionName: 'eu-west-1' }] });
  });

  it('names the invalid member of an unexpected response', async () => {
    await using aws = fakeAws({
      answers: { DescribeInstances: { Reservations: [{ Instances: [{ InstanceId: 'i-1' }] }] } },
    });
    await expect(describeInstance('i-1', { session: aws.session })).rejects.toMatchObject({
      name: 'UnexpectedResponseError',
      message: expect.stringMatching(
        /^describeInstance: unexpected response from AWS: state is missing\. \(request [\w-]+\)$/,
      ) as string,
      requestId: '00000000-0000-4000-8000-000000000001',
      status: 200,
      operation: 'describeInstance',
    });
  });
});

it('is named after the operation of AWS unless its declaration has a name', async () => {
  const reboot = operation<object, void, typeof RebootInstancesCommand>(() => ({
    service: ec2,
    command: RebootInstancesCommand,
    permissions: ['ec2:RebootInstances'],
    repeatable: true,
    input: input({}),
    output: noOutput(),
  }));
  expect(infoOf(reboot)?.declaration).toMatchObject({ name: 'rebootInstances' });
});
