import {
  alreadyExists,
  type AwsInput,
  input,
  operation,
  type Operation,
  whenMessage,
  tagRecord,
  type Tags,
  toTagList,
  z,
} from '@arch/core/builder';
import { sns, topicName } from '@arch/services/sns';
import { CreateTopicCommand } from '@aws-sdk/client-sns';

import { topicReference, type TopicReference } from '../topic-reference.js';
import { toTopicAttributes, type TopicSettings, topicSettingsFields } from './topic-settings.js';

export interface CreateTopicInput extends TopicSettings, AwsInput {
  /** Name, 1–256 letters, digits, `-` and `_`. The name of a FIFO topic ends in `.fifo`. */
  readonly name: string;
  /**
   * Whether this is a FIFO topic, which keeps the order of messages within a group and drops duplicates for five minutes. Default: `true` if
   * the name ends in `.fifo`.
   */
  readonly fifo?: boolean | undefined;
  /** Tags of the topic. */
  readonly tags?: Tags | undefined;
}

/**
 * Creates a topic. If a topic with this name and the same attributes exists, it is returned unchanged. By default, only the account can
 * publish and subscribe; `policy` changes this. Messages are encrypted with a KMS key only if `kmsMasterKeyId` is set. With the key
 * `alias/aws/sns`, EventBridge, S3 and CloudWatch cannot publish to the topic, and no error reports this.
 *
 * @example
 * const { topicArn } = await createTopic({ name: 'orders', tags: { team: 'shop' } });
 * @throws {AlreadyExistsError} a topic with this name exists and has other attributes or tags.
 * @throws {QuotaExceededError} the account has reached its quota of topics.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html
 */
export const createTopic: Operation<string | CreateTopicInput, TopicReference, { on: 'topicArn'; with: 'tags' }> =
  operation(() => ({
    name: 'createTopic',
    service: sns,
    command: CreateTopicCommand,
    repeatable: true,
    permissions: [
      { action: 'sns:CreateTopic', resources: ['topic'] },
      { action: 'sns:TagResource', resources: ['topic'], with: 'tags' },
    ],
    key: 'name',
    input: input<CreateTopicInput>({
      name: topicName(),
      fifo: z.optional(z.boolean()),
      tags: z.optional(tagRecord()),
      ...topicSettingsFields(),
    }).check(
      z.refine(({ name, fifo = isFifo(name) }) => fifo === isFifo(name), {
        path: ['fifo'],
        error: ({ input }) => {
          const { name } = input as CreateTopicInput;
          return `requires a name that ${isFifo(name) ? 'does not end' : 'ends'} in ".fifo" (got "${name}")`;
        },
      }),
      z.refine(
        ({ name, contentBasedDeduplication, fifoThroughputScope }) =>
          isFifo(name) || (contentBasedDeduplication ?? fifoThroughputScope) === undefined,
        'contentBasedDeduplication and fifoThroughputScope only for a FIFO topic',
      ),
    ),
    output: topicReference(),
    request: ({ name, fifo: _fromName, tags, ...settings }) => ({
      Name: name,
      Attributes: toTopicAttributes('createTopic', { ...settings, ...(isFifo(name) && { fifoTopic: true }) }),
      ...(tags && { Tags: toTagList(tags) }),
    }),
    creates: ({ topicArn }) => [topicArn],
    errors: {
      InvalidParameter: whenMessage(
        /already exists with different/,
        alreadyExists({
          resource: 'topic',
          member: 'name',
          remedy: 'Its attributes or tags differ from the input.',
        }),
      ),
    },
  }));

const isFifo = (name: string): boolean => name.endsWith('.fifo');
