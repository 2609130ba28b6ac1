import { NormalizedSchema } from '@smithy/core/schema';
import type { $SchemaRef } from '@smithy/types';

import type { SentOperation } from '../../transport/sent-operation.js';
import { AnswerError } from '../answer-error.js';

const protocols = ['ec2Query', 'awsQuery', 'restXml', 'restJson1', 'awsJson1_0', 'awsJson1_1'] as const;

/** The protocols that fakeAws supports. */
export type Protocol = (typeof protocols)[number];

/** The protocol of an operation, without namespace. */
export const protocolOf = ({ protocol, serviceId }: SentOperation): Protocol => {
  const known = protocols.find((name) => protocol.endsWith(`#${name}`));
  if (known) return known;
  throw new AnswerError(
    `fakeAws does not support ${serviceId}: its protocol is ${protocol}. Supported: ${protocols.join(', ')}.`,
  );
};

/** The SDK's schema of an operation's output. */
export const outputSchema = ({ schema }: SentOperation): NormalizedSchema =>
  NormalizedSchema.of(schema[5] as $SchemaRef);
