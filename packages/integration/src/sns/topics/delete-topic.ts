import { type AwsInput, conflict, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { sns, topicArn } from '@arch/services/sns';
import { DeleteTopicCommand } from '@aws-sdk/client-sns';

export interface DeleteTopicInput extends AwsInput {
  readonly topicArn: string;
}

/**
 * Deletes a topic and its subscriptions; messages on their way may be lost. A topic that is not there is no error: AWS does not tell.
 *
 * @example
 * await deleteTopic(topicArn);
 * @throws {ConflictError} a FIFO topic keeps an archive, or the topic is being changed.
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
    InvalidState: conflict({ resource: 'topic', member: 'topicArn', remedy: 'Take its archive policy away first.' }),
  },
}));
