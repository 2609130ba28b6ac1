import { DescribeInstancesCommand, RebootInstancesCommand } from '@aws-sdk/client-ec2';
import { GetUserCommand } from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';

import { answersAlways } from './answers-always.js';
import type { SentOperation } from './sent-operation.js';

/** An output with members, each a string by default. Traits are the SDK's: `{ httpHeader: 'x-name' }`. */
const output = (members: Readonly<Record<string, unknown>>): unknown => {
  const schemas = Object.values(members).map((traits) => [0, traits]);
  return [3, 'test', 'Output', 0, Object.keys(members), schemas];
};

const outputOf = (command: { readonly schema?: unknown }): unknown => (command.schema as readonly unknown[])[5];

const sent = (protocol: string, schema: unknown): SentOperation => ({
  serviceId: 'Test',
  name: 'Do',
  schema: [9, 'test', 'Do', 0, 'unit', schema],
  input: {},
  protocol: `aws.protocols#${protocol}`,
  xmlNamespace: undefined,
});

describe('an answer without a body', () => {
  it.each([
    ['ec2Query', outputOf(new DescribeInstancesCommand({}))],
    ['ec2Query', outputOf(new RebootInstancesCommand({ InstanceIds: [] }))],
    ['awsQuery', outputOf(new GetUserCommand({}))],
    ['awsJson1_1', output({ Labels: 0 })],
    ['restJson1', output({ Name: 0, Id: { httpHeader: 'x-id' } })],
    ['restXml', output({ Contents: 0 })],
  ])('is broken for %s, where members stand in a document', (protocol, schema) => {
    expect(answersAlways(sent(protocol, schema), 200)).toBe(true);
    expect(answersAlways(sent(protocol, schema), 404)).toBe(false);
  });

  it.each([
    ['awsJson1_1', 'unit'],
    ['awsJson1_1', output({})],
    ['restJson1', output({ Id: { httpHeader: 'x-id' }, Status: { httpResponseCode: 1 } })],
    ['restXml', output({ Metadata: { httpPrefixHeaders: 'x-amz-meta-' }, Body: { httpPayload: 1 } })],
  ])('is complete for %s where nothing stands in one', (protocol, schema) => {
    expect(answersAlways(sent(protocol, schema), 200)).toBe(false);
  });

  it('is complete where AWS says that there is none, and of what no client of ours sent', () => {
    expect(answersAlways(sent('restJson1', output({ Name: 0 })), 204)).toBe(false);
    expect(answersAlways(undefined, 200)).toBe(false);
  });
});
