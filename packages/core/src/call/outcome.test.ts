import { CreateVpcCommand, DeleteVpcCommand, RunInstancesCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';

import { describeInstance, ec2, rebootInstance, startInstance } from '../__fixtures__/instances.js';
import { type AwsInput, input, noOutput, operation, type Operation, z } from '../builder.js';
import type { ArchError } from '../errors/arch-error.js';
import { awsError, type FakeAws, fakeAws, fault, type FaultName } from '../testing/index.js';
import type { CallOptions } from '../declaration/call-options.js';

interface Input extends AwsInput {
  readonly id: string;
}

const common = { service: ec2, permissions: ['ec2:Test'], key: 'id' as const, input: input<Input>({ id: z.string() }) };

/** Creates a resource, without an idempotency token. */
const createOnce: Operation<string | Input, void> = operation(() => ({
  ...common,
  name: 'createOnce',
  command: CreateVpcCommand,
  output: noOutput(),
  request: () => ({ CidrBlock: '10.0.0.0/16' }),
  repeatable: false,
}));

const remove: Operation<string | Input, void> = operation(() => ({
  ...common,
  name: 'remove',
  command: DeleteVpcCommand,
  output: noOutput(),
  request: ({ id }) => ({ VpcId: id }),
  repeatable: true,
}));

/** Creates a resource, with an idempotency token. */
const launch: Operation<string | Input, void> = operation(() => ({
  ...common,
  name: 'launch',
  command: RunInstancesCommand,
  output: noOutput(),
  request: ({ id }) => ({ ImageId: id, MinCount: 1, MaxCount: 1 }),
}));

type Call = (input: string, options: CallOptions) => Promise<unknown>;

/** The error of a call if every response is the same. */
const failing = async (call: Call, aws: FakeAws, options: CallOptions = {}): Promise<ArchError> =>
  (await call('i-1', { session: aws.session, timeoutMs: 120_000, ...options }).then(
    () => undefined,
    (error: unknown) => error,
  )) as ArchError;

const every = (answer: object): FakeAws =>
  fakeAws({
    answers: {
      CreateVpc: answer,
      DeleteVpc: answer,
      RunInstances: answer,
      DescribeInstances: answer,
      StartInstances: answer,
      RebootInstances: answer,
    },
  });

const lost: readonly FaultName[] = ['500', 'reset', 'truncated', 'close-mid-body', 'garbage', 'hang', 'empty'];

describe('a request whose response is lost', () => {
  it.each(lost)('is not retried after %s if AWS would complete it twice', async (kind) => {
    await using aws = every(fault(kind));
    const error = await failing(createOnce, aws);
    expect(error).toMatchObject({ outcomeUnknown: true, retryable: false });
    expect(error.message).toMatch(
      /AWS may have completed the request, so it was not retried\. Check before you call again\.$/,
    );
    expect(aws.requests).toHaveLength(1);
  });

  it.each(lost)(
    'is retried after %s if that is safe, and the error says that AWS may have completed it',
    async (kind) => {
      await using aws = every(fault(kind));
      for (const call of [remove, startInstance] as readonly Call[]) {
        const error = await failing(call, aws);
        expect(error).toMatchObject({ outcomeUnknown: true, retryable: true });
        expect(error.message).toMatch(/AWS may have completed the request\. A repeated call is safe\.$/);
      }
      expect(aws.requests).toHaveLength(6);
    },
  );

  it.each(lost)('has one token in all attempts after %s, and the error contains it', async (kind) => {
    await using aws = every(fault(kind));
    const error = await failing(launch, aws);
    const tokens = new Set(aws.requests.map(({ input: { ClientToken } }) => ClientToken));
    expect([aws.requests.length, [...tokens]]).toEqual([3, [error.idempotencyToken]]);
    expect(error).toMatchObject({ outcomeUnknown: true, retryable: false });
    expect(error.message).toContain(`pass the same token: aws: { ClientToken: '${error.idempotencyToken}' }.`);
  });

  it.each(lost)('is safe to repeat after %s with a token that the caller passed', async (kind) => {
    await using aws = every(fault(kind));
    const error = await failing((id, options) => launch({ id, aws: { ClientToken: 'mine' } }, options), aws);
    expect(error).toMatchObject({ outcomeUnknown: true, retryable: true, idempotencyToken: 'mine' });
    expect(error.message).toMatch(/A repeated call with the same token is safe\.$/);
  });

  it.each(lost)('has no unknown outcome after %s if it only reads', async (kind) => {
    await using aws = every(fault(kind));
    const error = await failing(describeInstance, aws);
    expect(error).toMatchObject({ outcomeUnknown: false, retryable: true });
    expect(error.message).not.toContain('may have completed');
    expect(Object.keys(error)).not.toContain('outcomeUnknown');
  });

  it('has an unknown outcome at the deadline, also if it is joined with others', async () => {
    await using aws = every(fault('hang'));
    for (const call of [createOnce, launch, startInstance, rebootInstance] as readonly Call[]) {
      const error = await failing(call, aws, { timeoutMs: 1_000 });
      expect(error).toMatchObject({ name: 'DeadlineError', outcomeUnknown: true });
    }
    expect(await failing(describeInstance, aws, { timeoutMs: 1_000 })).toMatchObject({ outcomeUnknown: false });
  });
});

describe('a request that AWS has not completed', () => {
  it.each<FaultName>(['throttle', 'refused'])('is always retried after %s', async (kind) => {
    await using aws = every({});
    aws.once('CreateVpc', fault(kind));
    await createOnce('i-1', { session: aws.session });
    expect(aws.requests).toHaveLength(2);
  });

  it.each([
    ['throttling', fault('throttle')],
    ['a closed port', fault('refused')],
    ['a rejection', awsError('InvalidAMIID.NotFound', 'no such image')],
    ['a denial', awsError('UnauthorizedOperation', 'no', { status: 403 })],
    ['an operation that the server lacks', awsError('NotImplemented', 'no', { status: 501 })],
  ])('is in no doubt after %s', async (_title, answer) => {
    await using aws = every(answer);
    for (const call of [createOnce, launch, remove] as readonly Call[])
      expect(await failing(call, aws)).toMatchObject({ outcomeUnknown: false });
  });

  it('has an unknown outcome if an earlier attempt has one', async () => {
    await using aws = every(fault('throttle'));
    aws.once('DeleteVpc', fault('reset'));
    expect(await failing(remove, aws)).toMatchObject({ name: 'ThrottledError', outcomeUnknown: true });
    aws.once('DeleteVpc', fault('reset'));
    aws.on('DeleteVpc', awsError('InvalidVpcID.NotFound', 'no such VPC'));
    expect(await failing(remove, aws)).toMatchObject({ name: 'NotFoundError', outcomeUnknown: false });
  });
});

it('rejects with the reason of the user abort unchanged', async () => {
  await using aws = every(fault('hang'));
  const reason = new RangeError('enough');
  const controller = new AbortController();
  aws.on('CreateVpc', () => {
    controller.abort(reason);
    return fault('hang');
  });
  expect(await failing(createOnce, aws, { signal: controller.signal })).toBe(reason);
});
