/** The response of a Lambda function to a stream: the record from which Lambda continues. */
export interface StreamBatchResponse {
  /** Sequence number of the failed record. Empty if all records succeeded. */
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** A record with a sequence number. */
export interface StreamRecord {
  readonly sequenceNumber: string;
}

/** The records of an event, and the functions that handle them. */
export interface InOrder<Raw extends StreamRecord> {
  readonly records: readonly Raw[];
  readonly handle: (record: Raw) => unknown;
  readonly onError: ((error: unknown, record: Raw) => void) | undefined;
}

/**
 * Handles records in order and stops at the first failure. Lambda sends the failed record and all later records again, also those that
 * succeeded. https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export const handleInOrder = async <Raw extends StreamRecord>({
  records,
  handle,
  onError,
}: InOrder<Raw>): Promise<StreamBatchResponse> => {
  for (const record of records) {
    try {
      await handle(record);
    } catch (error) {
      report(error, record, onError);
      return { batchItemFailures: [{ itemIdentifier: record.sequenceNumber }] };
    }
  }
  return { batchItemFailures: [] };
};

const report = <Raw extends StreamRecord>(error: unknown, record: Raw, onError: InOrder<Raw>['onError']): void => {
  if (!onError) return print(error, record);
  try {
    onError(error, record);
  } catch (thrown) {
    // If this error were thrown, Lambda would send the handled records again.
    print(error, record);
    process.stderr.write(`onError threw an error: ${String(thrown)}\n`);
  }
};

const print = (error: unknown, { sequenceNumber }: StreamRecord): void =>
  void process.stderr.write(
    `record ${sequenceNumber} failed and is sent again with all later records: ${String(error)}\n`,
  );
