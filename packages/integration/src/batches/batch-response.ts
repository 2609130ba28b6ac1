import { type AwsResource, optionalString, list, resource, type Schema, z } from '@arch/core/builder';

import type { EntryOutcome } from './send-entries.js';

/** The result for an entry that AWS has accepted. */
export interface AcceptedEntry {
  readonly id: string;
  /** Absent if the request did not send messages. */
  readonly messageId?: string | undefined;
  /** The sequence number in a FIFO queue or topic. */
  readonly sequenceNumber?: string | undefined;
}

/** The result for an entry that AWS has rejected. */
export interface RejectedEntry {
  readonly id: string;
  readonly code: string;
  readonly message?: string | undefined;
  /** Whether the entry is invalid. AWS would reject it again. */
  readonly senderFault?: boolean | undefined;
}

/** The response of SQS and SNS to a batch request. */
export interface BatchResponse extends AwsResource {
  readonly successful: readonly AcceptedEntry[];
  readonly failed: readonly RejectedEntry[];
}

/** The SDK's schemas of a batch response and its parts. */
export interface BatchStructures {
  readonly response: Structure;
  readonly accepted: Structure;
  readonly rejected: Structure;
}
type Structure = Parameters<typeof resource>[0];

/** Parses the response to a batch request. Either list may be absent, although the models mark both as required. */
export const batchResponse = ({ response, accepted, rejected }: BatchStructures): Schema<BatchResponse> =>
  resource<BatchResponse>(response, {
    successful: list(
      resource<AcceptedEntry>(accepted, {
        id: z.string(),
        messageId: optionalString(),
        sequenceNumber: optionalString(),
      }),
    ),
    failed: list(
      resource<RejectedEntry>(rejected, {
        id: z.string(),
        code: z.string(),
        message: optionalString(),
        senderFault: z.optional(z.boolean()),
      }),
    ),
  });

/** Adds an ID to each entry: its index. */
export const withIds = (entries: readonly object[]): readonly object[] =>
  entries.map((entry, index) => ({ Id: String(index), ...entry }));

/** Converts a response to outcomes in the order of the entries. */
export const toOutcomes = ({ successful, failed }: BatchResponse): readonly EntryOutcome<AcceptedEntry>[] => {
  const outcomes: EntryOutcome<AcceptedEntry>[] = [];
  for (const result of successful) outcomes[Number(result.id)] = { result };
  for (const { id, code, message, senderFault } of failed)
    outcomes[Number(id)] = { failure: { code, message, retryable: senderFault !== true } };
  return outcomes;
};
