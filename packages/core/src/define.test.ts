import {
  CreateKeyCommand,
  DescribeKeyCommand,
  KeyListEntry$,
  KeyMetadata$,
  KMSClient,
  ListKeysCommand,
} from '@aws-sdk/client-kms';
import { describe, expect, expectTypeOf, it } from 'vitest';

import {
  type AwsInput,
  type AwsResource,
  optionalString,
  input,
  listOperation,
  type ListOperation,
  notFound,
  type Open,
  openEnum,
  operation,
  type Operation,
  resource,
  secret,
  type Schema,
  type Service,
  task,
  waiter,
  type Waiter,
  z,
} from './define.js';
import { policyFor } from './permissions/policy-for.js';
import { awsError, fakeAws } from './testing/index.js';

const kms: Service = {
  id: 'KMS',
  client: KMSClient,
  prefix: 'kms',
  arns: { key: 'arn:aws:kms:*:*:key/*' },
  errors: { NotFoundException: notFound({ resource: 'key', member: 'keyId' }) },
  documentation: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_',
};

const keyStates = ['Enabled', 'Disabled', 'PendingDeletion'] as const;

interface Key extends AwsResource {
  readonly keyId: string;
  readonly keyState: Open<(typeof keyStates)[number]>;
  readonly description?: string | undefined;
}

const key = (): Schema<Key> =>
  resource<Key>(KeyMetadata$, { keyId: z.string(), keyState: openEnum(keyStates), description: optionalString() });

interface DescribeKeyInput extends AwsInput {
  readonly keyId: string;
}

const keyInput = () => input<DescribeKeyInput>({ keyId: z.string().check(z.minLength(1), z.maxLength(2048)) });

const describeKey: Operation<string | DescribeKeyInput, Key> = operation(() => ({
  name: 'describeKey',
  service: kms,
  command: DescribeKeyCommand,
  permissions: [{ action: 'kms:DescribeKey', resources: ['key'] }],
  key: 'keyId',
  input: keyInput(),
  output: key(),
  select: ({ KeyMetadata }) => KeyMetadata,
}));

const listKeys: ListOperation<AwsInput, { readonly keyId: string }> = listOperation(() => ({
  name: 'listKeys',
  service: kms,
  command: ListKeysCommand,
  permissions: ['kms:ListKeys'],
  input: input<AwsInput>({}),
  item: resource<{ keyId: string }>(KeyListEntry$, { keyId: z.string() }),
  items: ({ Keys }) => Keys,
  pages: { token: 'Marker', next: 'NextMarker', more: 'Truncated' },
}));

const waitForKey: Waiter<string | DescribeKeyInput, Key> = waiter(() => ({
  name: 'waitForKey',
  key: 'keyId',
  input: keyInput(),
  uses: [describeKey],
  look: async ({ keyId }, options) => {
    const value = await describeKey(keyId, options);
    return { verdict: value.keyState === 'Enabled' ? 'reached' : 'pending', state: value.keyState, value };
  },
}));

const findKey = task<{ readonly description: string }, string | undefined>(() => ({
  name: 'findKey',
  input: input<{ readonly description: string }>({ description: secret(z.string()) }),
  uses: [listKeys, describeKey],
  run: async ({ description }, options) => {
    for await (const { keyId } of listKeys({}, options)) {
      if ((await describeKey(keyId, options)).description === description) return keyId;
    }
    return undefined;
  },
}));

const answer = (state: string) => ({ KeyMetadata: { KeyId: 'k-1', KeyState: state, Description: 'orders' } });

describe('what is declared by a user', () => {
  it('works as what we declare', async () => {
    await using aws = fakeAws({ answers: { DescribeKey: answer('Enabled') } });
    const { session } = aws;
    expect(await describeKey('k-1', { session })).toEqual({ keyId: 'k-1', keyState: 'Enabled', description: 'orders' });
    await expect(describeKey('', { session })).rejects.toThrow(
      'describeKey: keyId must have at least 1 character (got "").',
    );
    aws.once('DescribeKey', awsError('NotFoundException', 'No.', { status: 400 }));
    await expect(describeKey('k-2', { session })).rejects.toMatchObject({ name: 'NotFoundError', id: 'k-2' });
    aws.once('DescribeKey', answer('Disabled'));
    expect((await waitForKey('k-1', { session })).keyState).toBe('Enabled');
    aws.on('ListKeys', { Keys: [{ KeyId: 'k-1' }], Truncated: false });
    expect(await findKey({ description: 'orders' }, { session })).toBe('k-1');
    expect(policyFor(findKey).Statement).toEqual([
      { Effect: 'Allow', Action: ['kms:ListKeys'], Resource: '*' },
      { Effect: 'Allow', Action: ['kms:DescribeKey'], Resource: 'arn:aws:kms:*:*:key/*' },
    ]);
  });

  it('creates only what its types allow', () => {
    expectTypeOf(z.strictObject({ id: z.string(), size: z.optional(z.int()) })['_zod']['output']).toEqualTypeOf<
      { id: string } & { size?: number | undefined }
    >();
    expectTypeOf(z.union([z.string(), z.literal(4)])['_zod']['output']).toEqualTypeOf<string | 4>();
    expectTypeOf(z.enum(['a', 'b'])['_zod']['output']).toEqualTypeOf<'a' | 'b'>();
    operation(() => ({
      name: 'createKey',
      service: kms,
      command: CreateKeyCommand,
      permissions: ['kms:CreateKey'],
      // @ts-expect-error another type than the input's
      input: input<{ readonly description: string }>({ description: z.number() }),
      output: key(),
    }));
    // @ts-expect-error a check of numbers
    z.string().check(z.gte(1));
    // @ts-expect-error a member is missing
    resource<Key>(KeyMetadata$, { keyId: z.string() });
  });
});
