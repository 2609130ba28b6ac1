import { addNote, type AwsInput, checkAwsMembers, input, type Operation, task, z } from '@arch/core/builder';
import { topicArn } from '@arch/services/sns';
import { SetTopicAttributesCommand } from '@aws-sdk/client-sns';

import { requestTopicAttribute } from './request-topic-attribute.js';
import { toTopicAttributes, type TopicSettings, topicSettingsFields } from './topic-settings.js';

export interface SetTopicAttributesInput extends TopicSettings, AwsInput {
  /** ARN of the topic. */
  readonly topicArn: string;
}

/**
 * Changes settings of a topic. Omitted settings do not change. SNS accepts one setting in a request, so the settings are changed one after the
 * other. `policy` replaces the whole policy.
 *
 * @example
 * await setTopicAttributes({ topicArn, displayName: 'Shop', signatureVersion: '2' });
 * @throws {NotFoundError} there is no such topic.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html
 */
export const setTopicAttributes: Operation<SetTopicAttributesInput, void, { on: 'topicArn' }> = task(() => ({
  name: 'setTopicAttributes',
  input: input<SetTopicAttributesInput>({ topicArn: topicArn(), ...topicSettingsFields() }).check(
    z.refine(
      ({ topicArn, contentBasedDeduplication, fifoThroughputScope }) =>
        topicArn.endsWith('.fifo') || (contentBasedDeduplication ?? fifoThroughputScope) === undefined,
      'contentBasedDeduplication and fifoThroughputScope only for a FIFO topic',
    ),
  ),
  uses: [requestTopicAttribute],
  timeoutMs: 60_000,
  run: async ({ topicArn, aws, ...settings }, options) => {
    checkAwsMembers('setTopicAttributes', SetTopicAttributesCommand, aws);
    const done: string[] = [];
    for (const [attributeName, attributeValue] of Object.entries(
      toTopicAttributes('setTopicAttributes', settings) ?? {},
    )) {
      try {
        await requestTopicAttribute({ topicArn, attributeName, attributeValue, aws }, options);
        done.push(attributeName);
      } catch (error) {
        throw done.length === 0
          ? error
          : addNote(error, `SNS changed these attributes before the error: ${done.join(', ')}.`);
      }
    }
  },
}));
