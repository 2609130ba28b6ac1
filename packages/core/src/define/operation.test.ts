import {
  DescribeRegionsCommand,
  DescribeRegionsResult$,
  DetachVolumeCommand,
  Region$,
  VolumeAttachment$,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';

import { describeInstance, ec2, instancesOf, runInstance, terminateInstance } from '../__fixtures__/instances.js';
import { list } from '../schema/list.js';
import { resource } from '../schema/resource.js';
import { string } from '../schema/z.js';
import { fakeAws } from '../testing/index.js';
import { type Operation, operation } from './operation.js';
import { input } from '../declaration/read-input.js';

const launched = { Instances: [{ InstanceId: 'i-1', State: { Name: 'pending' } }] };

describe('an operation', () => {
  it("sends its input in AWS's words and gives the resource, with AWS's own answer behind it", async () => {
    await using aws = fakeAws({ answers: { DescribeInstances: instancesOf(['i-1']) } });
    const found = await describeInstance('i-1', { session: aws.session });
    expect(found).toEqual({ instanceId: 'i-1', state: 'running', tags: {} });
    expect(found.aws).toEqual({ InstanceId: 'i-1', State: { Name: 'running' } });
    expect(Object.keys(found)).not.toContain('aws');
    expect(aws.requests.map(({ operation, input }) => [operation, input])).toEqual([
      ['DescribeInstances', { InstanceIds: ['i-1'] }],
    ]);
  });

  it('takes a text, an object, and what an earlier call gave', async () => {
    await using aws = fakeAws({ answers: { DescribeInstances: instancesOf(['i-1']) } });
    const found = await describeInstance('i-1', { session: aws.session });
    await describeInstance({ instanceId: 'i-1' }, { session: aws.session });
    await describeInstance(found, { session: aws.session });
    expect(aws.requests.map(({ input }) => input)).toEqual(Array.from({ length: 3 }, () => ({ InstanceIds: ['i-1'] })));
  });

  it('takes of what an earlier call gave also what it is within', async () => {
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
    await expect(detachVolume('vol-1' as never, { session: aws.session })).rejects.toThrow('instanceId is missing');
  });

  it("sends what the caller says in AWS's words, before its own", async () => {
    await using aws = fakeAws({ answers: { RunInstances: launched } });
    const further = { MaxCount: 2, EbsOptimized: true };
    await runInstance({ imageId: 'ami-1', placement: { availabilityZone: 'eu-west-1a' }, aws: further } as never, {
      session: aws.session,
    });
    expect(aws.requests[0]?.input).toMatchObject({
      ImageId: 'ami-1',
      Placement: { AvailabilityZone: 'eu-west-1a' },
      MinCount: 1,
      MaxCount: 2,
      EbsOptimized: true,
    });
  });

  it.each([
    [undefined, 'instanceId is missing; accepted is a string'],
    [5, 'the value is 5; accepted is an object'],
    [null, 'the value is null; accepted is an object'],
    [{ instanceId: 5 }, 'instanceId is 5; accepted is a string'],
    [{ instanceId: 'i-1', wait: true }, 'wait is not a member that exists'],
    [{ instanceId: 'i-1', aws: { InstancIds: [] } }, "aws.InstancIds is not a member of AWS's request; it has "],
  ])('refuses input that cannot be meant, and sends nothing: %o', async (input, words) => {
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
    ['eu-west-1', 'describeInstance: options have to be an object such as'],
    [null, 'describeInstance: options have to be an object such as'],
    [0, 'describeInstance: options have to be an object such as'],
    [
      { timeout: 5 },
      'describeInstance: timeout is not an option; options are session, region, profile, signal, timeoutMs,',
    ],
    [{ timeoutMs: 0 }, 'describeInstance: timeoutMs must be a number of milliseconds greater than 0'],
    [{ attemptTimeoutMs: '5' }, 'describeInstance: attemptTimeoutMs must be a number of milliseconds'],
    [{ maxAttempts: 0 }, 'describeInstance: maxAttempts is 0; accepted is a whole number from 1.'],
    [{ signal: {} }, 'describeInstance: signal is not an AbortSignal.'],
    [{ signal: null }, 'describeInstance: signal is not an AbortSignal.'],
    [{ onEvent: 'log' }, 'describeInstance: onEvent is not a function.'],
    [{ profile: 'x', session: {} }, 'describeInstance: session and profile exclude each other'],
  ])('refuses options that cannot be meant: %o', async (options, words) => {
    const failure = describeInstance('i-1', options as never);
    await expect(failure).rejects.toMatchObject({ name: 'InvalidInputError' });
    await expect(failure).rejects.toThrow(words);
  });

  it('is an error when the answer does not hold what was asked for', async () => {
    await using aws = fakeAws({
      answers: { DescribeInstances: instancesOf([]), TerminateInstances: {}, RunInstances: {} },
    });
    await expect(describeInstance('i-1', { session: aws.session })).rejects.toMatchObject({
      name: 'NotFoundError',
      message: "describeInstance: AWS's answer does not hold i-1.",
      id: 'i-1',
    });
    await expect(terminateInstance('i-1', { session: aws.session })).rejects.toMatchObject({
      name: 'UnexpectedResponseError',
      id: 'i-1',
    });
    await expect(runInstance({ imageId: 'ami-1' }, { session: aws.session })).rejects.toThrow(
      "runInstance: AWS's answer does not hold what was asked for.",
    );
  });

  it('gives the whole answer where nothing says what of it', async () => {
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

  it('is an error that names the member when the answer breaks its shape', async () => {
    await using aws = fakeAws({
      answers: { DescribeInstances: { Reservations: [{ Instances: [{ InstanceId: 'i-1' }] }] } },
    });
    await expect(describeInstance('i-1', { session: aws.session })).rejects.toMatchObject({
      name: 'UnexpectedResponseError',
      message: expect.stringMatching(
        /^describeInstance: AWS's answer breaks its shape: state is missing; accepted is a string\. \(request [\w-]+\)$/,
      ) as string,
      requestId: '00000000-0000-4000-8000-000000000001',
      status: 200,
      operation: 'describeInstance',
    });
  });
});
