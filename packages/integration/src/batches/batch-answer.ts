import { type AwsResource, optionalString, list, resource, type Schema, z } from '@arch/core/builder';

import type { EntryOutcome } from './send-entries.js';

/** What AWS says of one entry that it has taken. */
export interface TakenEntry {
  readonly id: string;
  /** Absent where the entry was no message to send. */
  readonly messageId?: string | undefined;
  /** The place in a FIFO queue or topic. */
  readonly sequenceNumber?: string | undefined;
}

/** What AWS says of one entry that it has not taken. */
export interface RefusedEntry {
  readonly id: string;
  readonly code: string;
  readonly message?: string | undefined;
  /** Whether it is the caller's fault: such an entry would be refused again. */
  readonly senderFault?: boolean | undefined;
}

/** What SQS and SNS answer to ten entries. */
export interface BatchAnswer extends AwsResource {
  readonly successful: readonly TakenEntry[];
  readonly failed: readonly RefusedEntry[];
}

/** The SDK's schemas of such an answer and its parts. */
export interface BatchStructures {
  readonly answer: Structure;
  readonly taken: Structure;
  readonly refused: Structure;
}
type Structure = Parameters<typeof resource>[0];

/** Parses what SQS and SNS answer to ten entries. Either list may be absent, whatever their models say. */
export const batchAnswer = ({ answer, taken, refused }: BatchStructures): Schema<BatchAnswer> =>
  resource<BatchAnswer>(answer, {
    successful: list(
      resource<TakenEntry>(taken, { id: z.string(), messageId: optionalString(), sequenceNumber: optionalString() }),
    ),
    failed: list(
      resource<RefusedEntry>(refused, {
        id: z.string(),
        code: z.string(),
        message: optionalString(),
        senderFault: z.optional(z.boolean()),
      }),
    ),
  });

/** The entries with their places as their IDs. */
export const withIds = (entries: readonly object[]): readonly object[] =>
  entries.map((entry, index) => ({ Id: String(index), ...entry }));

/** What became of each entry, in the order of their IDs. */
export const toOutcomes = ({ successful, failed }: BatchAnswer): readonly EntryOutcome<TakenEntry>[] => {
  const outcomes: EntryOutcome<TakenEntry>[] = [];
  for (const result of successful) outcomes[Number(result.id)] = { result };
  for (const { id, code, message, senderFault } of failed)
    outcomes[Number(id)] = { failure: { code, message, retryable: senderFault !== true } };
  return outcomes;
};
