import { arn, type input, secret, text, z } from '@arch/core/builder';

import { arnParts } from '../../arn-parts.js';
import type { InputTransformer } from './rule-target.js';

/** What can be said of a target. */
export interface TargetSettings {
  /** ARN of the function, queue, topic or other resource, in the rule's region. A FIFO queue has to have `contentBasedDeduplication`. */
  readonly arn: string;
  /** A value that the target gets as JSON instead of the event, up to 8,192 characters. One of `input`, `inputPath` and `inputTransformer`. */
  readonly input?: unknown;
  /** The part of the event that the target gets, e.g. `$.detail`. */
  readonly inputPath?: string | undefined;
  /** Makes what the target gets of parts of the event. */
  readonly inputTransformer?: InputTransformer | undefined;
  /** A standard queue for events that could not be delivered. Default: they are lost. */
  readonly deadLetterQueueArn?: string | undefined;
  /** 0–185. Default 185. */
  readonly maximumRetryAttempts?: number | undefined;
  /** For how long delivery is tried again, 60–86,400. Default 86,400. */
  readonly maximumEventAgeSeconds?: number | undefined;
  /** The group of a message in a queue, which a FIFO queue needs: 1–128 characters. */
  readonly messageGroupId?: string | undefined;
  /** The role that EventBridge works with. Functions, queues and topics need none. */
  readonly roleArn?: string | undefined;
}

/** The members of {@link TargetSettings}, checked. */
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

/** What holds between the settings. */
export const targetChecks = <Input extends TargetSettings>(): z.Check<Input>[] => [
  z.refine<Input>(
    ({ input, inputPath, inputTransformer }) =>
      [input, inputPath, inputTransformer].filter((each) => each !== undefined).length <= 1,
    'at most one of input, inputPath and inputTransformer',
  ),
  z.refine<Input>(
    ({ arn, messageGroupId }) => messageGroupId === undefined || arnParts(arn).service === 'sqs',
    'no messageGroupId: the target is not a queue',
  ),
  z.refine<Input>(({ arn, messageGroupId }) => messageGroupId !== undefined || !isFifoQueue(arn), {
    path: ['messageGroupId'],
    error: 'a string of 1–128 characters for a FIFO queue',
  }),
];

const isFifoQueue = (arn: string): boolean => arnParts(arn).service === 'sqs' && arn.endsWith('.fifo');
