import { type AwsInput, conflict, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { sns, topicArn } from '@arch/services/sns';
import { DeleteTopicCommand } from '@aws-sdk/client-sns';

export interface DeleteTopicInput extends AwsInput {
  /** ARN of the topic. */
  readonly topicArn: string;
}

/**
 * Deletes a topic and its subscriptions. Messages that are not delivered yet may be lost. The call also succeeds if the topic does not exist.
 *
 * @example
 * await deleteTopic(topicArn);
 * @throws {ConflictError} a FIFO topic has an archive policy, or another request is changing the topic.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_DeleteTopic.html
 */
export const deleteTopic: Operation<string | DeleteTopicInput, void, { on: 'topicArn' }> = operation(() => ({
  name: 'deleteTopic',
  service: sns,
  command: DeleteTopicCommand,
  permissions: [{ action: 'sns:DeleteTopic', resources: ['topic'] }],
  key: 'topicArn',
  input: input<DeleteTopicInput>({ topicArn: topicArn() }),
  output: noOutput(),
  deletes: true,
  errors: {
    InvalidState: conflict({ resource: 'topic', member: 'topicArn', remedy: 'Remove its archive policy first.' }),
  },
}));
