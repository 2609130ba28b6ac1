import { arn, type input, secret, text, z } from '@arch/core/builder';

import { arnParts } from '../../arn-parts.js';
import type { InputTransformer } from './rule-target.js';

/** The settings of a target. */
export interface TargetSettings {
  /** ARN of the function, queue, topic or other resource, in the region of the rule. A FIFO queue requires `contentBasedDeduplication`. */
  readonly arn: string;
  /**
   * A value that the target receives as JSON instead of the event, up to 8,192 characters. Provide at most one of `input`, `inputPath` and
   * `inputTransformer`. Default: the target receives the event.
   */
  readonly input?: unknown;
  /** JSON path of the part of the event that the target receives, e.g. `$.detail`. */
  readonly inputPath?: string | undefined;
  /** A transformation of the event to the input of the target. */
  readonly inputTransformer?: InputTransformer | undefined;
  /** ARN of a standard queue for events that cannot be delivered. Default: these events are lost. */
  readonly deadLetterQueueArn?: string | undefined;
  /** Maximum number of retries of a delivery, 0–185. Default that AWS applies: 185. */
  readonly maximumRetryAttempts?: number | undefined;
  /** Time for which EventBridge retries a delivery, in seconds, 60–86,400 (24 hours). Default that AWS applies: 86,400. */
  readonly maximumEventAgeSeconds?: number | undefined;
  /** Message group ID of the messages to a queue, 1–128 characters. Required for a FIFO queue. */
  readonly messageGroupId?: string | undefined;
  /** ARN of the role with which EventBridge uses the target. Functions, queues and topics need no role. */
  readonly roleArn?: string | undefined;
}

/** The schemas of the members of {@link TargetSettings}. */
export const targetFields = (): Parameters<typeof input<TargetSettings>>[0] => ({
  arn: arn(),
  input: z.optional(secret(z.unknown())),
  inputPath: z.optional(z.string().check(z.regex(/^\$[^[\]]{0,255}$/, 'a path with dots such as $.detail'))),
  inputTransformer: z.optional(inputTransformer()),
  deadLetterQueueArn: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^arn:[\w-]+:sqs:[\w-]+:\d{12}:[\w-]+$/,
          'the ARN of a standard queue, such as arn:aws:sqs:eu-west-1:123456789012:undelivered',
        ),
      ),
  ),
  maximumRetryAttempts: z.optional(z.int().check(z.gte(0), z.lte(185))),
  maximumEventAgeSeconds: z.optional(z.int().check(z.gte(60), z.lte(86_400))),
  messageGroupId: z.optional(text(1, 128)),
  roleArn: z.optional(arn('iam')),
});

const inputTransformer = (): z.ZodMiniType<InputTransformer> =>
  z.strictObject({
    inputPathsMap: z.optional(
      z
        .record(
          z.string().check(z.regex(/^(?!aws\.)[\w-]{1,256}$/i, '1–256 letters, digits, _ and -')),
          z.string().check(z.regex(/^\$[^[\]]{0,255}$/, 'a path with dots such as $.detail.orderId')),
        )
        .check(z.refine((paths) => Object.keys(paths).length <= 100, 'at most 100 paths')),
    ),
    inputTemplate: secret(text(1, 8_192)),
  });

/** Checks settings that depend on each other. */
export const targetChecks = <Input extends TargetSettings>(): z.Check<Input>[] => [
  z.refine<Input>(
    ({ input, inputPath, inputTransformer }) =>
      [input, inputPath, inputTransformer].filter((each) => each !== undefined).length <= 1,
    'at most one of input, inputPath and inputTransformer',
  ),
  z.refine<Input>(
    ({ arn, messageGroupId }) => messageGroupId === undefined || arnParts(arn).service === 'sqs',
    'messageGroupId only for a queue',
  ),
  z.refine<Input>(({ arn, messageGroupId }) => messageGroupId !== undefined || !isFifoQueue(arn), {
    path: ['messageGroupId'],
    error: 'a string of 1–128 characters for a FIFO queue',
  }),
];

const isFifoQueue = (arn: string): boolean => arnParts(arn).service === 'sqs' && arn.endsWith('.fifo');
