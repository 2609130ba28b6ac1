import { fakeAws, type FakeAws } from '@arch/core/testing';

export const account: string = 'us-east-1:123456789012';
export const ruleArn: string = `arn:aws:events:${account}:rule/orders`;
export const functionArn: string = `arn:aws:lambda:${account}:function:ship`;
export const queueArn: string = `arn:aws:sqs:${account}:orders`;
export const topicArn: string = `arn:aws:sns:${account}:orders`;
export const queueUrl: string = 'https://sqs.us-east-1.amazonaws.com/123456789012/orders';
const noFailures = { FailedEntryCount: 0, FailedEntries: [] };
export const ready = (): FakeAws =>
  fakeAws({
    answers: {
      DescribeRule: { Name: 'orders', Arn: ruleArn, State: 'ENABLED' },
      AddPermission: { Statement: '{}' },
      RemovePermission: {},
      GetQueueUrl: { QueueUrl: queueUrl },
      GetQueueAttributes: {},
      SetQueueAttributes: {},
      GetTopicAttributes: { Attributes: { TopicArn: topicArn } },
      SetTopicAttributes: {},
      PutTargets: noFailures,
      RemoveTargets: noFailures,
    },
  });
export const sent = (aws: FakeAws): readonly string[] => aws.requests.map(({ operation }) => operation);
export const inputOf = (aws: FakeAws, operation: string): Readonly<Record<string, unknown>> =>
  aws.requests.findLast((request) => request.operation === operation)?.input ?? {};
export const policyOf = (value: unknown): { readonly Statement: readonly object[] } =>
  JSON.parse(String(value)) as { readonly Statement: readonly object[] };
export const statement = { Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' } };
