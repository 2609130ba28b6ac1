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
  /** 1–256 letters, digits, `-` and `_`. The name of a FIFO topic ends in `.fifo`. */
  readonly name: string;
  /** Whether order is kept within a group and duplicates are dropped for five minutes. Default: what the name says. */
  readonly fifo?: boolean | undefined;
  readonly tags?: Tags | undefined;
}

/**
 * Makes a topic. One of that name with the same attributes is left alone and returned. Only the account may publish and subscribe, unless
 * a `policy` says otherwise. Messages are not encrypted with a KMS key, unless there is a `kmsMasterKeyId`: with the obvious one,
 * `alias/aws/sns`, neither EventBridge nor S3 nor CloudWatch could publish to the topic, and nothing would say so.
 *
 * @example
 * const { topicArn } = await createTopic({ name: 'orders', tags: { team: 'shop' } });
 * @throws {AlreadyExistsError} there is a topic of that name with other attributes or tags.
 * @throws {QuotaExceededError} the account has as many topics as it may have.
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
    request: ({ name, fifo: _inName, tags, ...settings }) => ({
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
          remedy: 'It has other attributes or tags than the ones given.',
        }),
      ),
    },
  }));

const isFifo = (name: string): boolean => name.endsWith('.fifo');
