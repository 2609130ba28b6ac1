/** The response of a Lambda function to a stream: the record from which Lambda continues. */
export interface StreamBatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** The part of a record that the order needs. */
export interface StreamRecord {
  readonly sequenceNumber: string;
}

/** How the records of a batch are handled, one after the other. */
export interface InOrder<Raw extends StreamRecord> {
  readonly records: readonly Raw[];
  readonly handle: (record: Raw) => unknown;
  readonly onError: ((error: unknown, record: Raw) => void) | undefined;
}

/**
 * Handles records in order and stops at the first failure. Lambda sends the failed record and all records after it again, whatever became of
 * those after it. https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
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
    // Thrown on, Lambda would send the records again that were handled.
    print(error, record);
    process.stderr.write(`onError has thrown: ${String(thrown)}\n`);
  }
};

const print = (error: unknown, { sequenceNumber }: StreamRecord): void =>
  void process.stderr.write(
    `record ${sequenceNumber} failed, and is sent again with those after it: ${String(error)}\n`,
  );
