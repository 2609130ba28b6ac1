import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** The text of the message that is sent. */
export const messageBody = 'hi';

export const messageMd5 = createHash('md5').update(messageBody).digest('hex');

/** The content of the object that is read: 1 KiB. */
export const contentOfObject = new Uint8Array(1_024).fill(120);

/** The content of the object that is written: 16 KiB. */
export const writtenContent = new Uint8Array(16_384).fill(97);

/** The payload of the invocation. */
export const payload = { orderId: 42, pieces: 3 };

export const crc32Of = (bytes: Uint8Array): string => {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(bytes));
  return sum.toString('base64');
};

/** A statement that Redshift still runs. */
export const statement = {
  Id: 'd9b6c0c9-0747-4bf4-b142-e8883122f766',
  Status: 'STARTED',
  ClusterIdentifier: 'warehouse',
  Database: 'dev',
  DbUser: 'analyst',
  Duration: 1_000_000,
  CreatedAt: 1_790_000_000.123,
  UpdatedAt: 1_790_000_001.123,
  QueryString: 'select 1',
  RedshiftPid: 1_073_741_824,
  RedshiftQueryId: 12_345,
  HasResultSet: false,
  ResultRows: -1,
  ResultSize: -1,
};

/** The pages of a result and of a listing. */
export const pages = 200;

/** The rows of a page of a result. */
export const rowsOfPage = 1_000;

/** A page of a result of Redshift, with all types of values. */
export const rowPage = (nextToken: string | undefined): string =>
  JSON.stringify({
    Records: Array.from({ length: rowsOfPage }, (_, index) => [
      { longValue: index },
      { stringValue: `customer-${index}` },
      { stringValue: `2026-11-0${(index % 9) + 1} 12:34:56` },
      { stringValue: (index * 1.25).toFixed(2) },
      { booleanValue: index % 2 === 0 },
      { isNull: true },
    ]),
    ColumnMetadata: [
      ['id', 'int8'],
      ['name', 'varchar'],
      ['day', 'timestamp'],
      ['price', 'numeric'],
      ['ok', 'bool'],
      ['note', 'varchar'],
    ].map(([name, typeName]) => ({ name, label: name, typeName, nullable: 1 })),
    TotalNumRows: 1,
    ...(nextToken !== undefined && { NextToken: nextToken }),
  });

/** A page of a listing of Lambda functions. */
export const functionPage = (nextMarker: string | undefined): string =>
  JSON.stringify({
    Functions: Array.from({ length: 50 }, (_, index) => ({
      FunctionName: `function-${index}`,
      FunctionArn: `arn:aws:lambda:eu-west-1:123456789012:function:function-${index}`,
      Runtime: 'nodejs24.x',
      Role: 'arn:aws:iam::123456789012:role/lambda',
      Handler: 'index.handler',
      CodeSize: 1_234,
      Description: '',
      Timeout: 3,
      MemorySize: 128,
      LastModified: '2026-11-30T12:00:00.000+0000',
      CodeSha256: 'YFgDgEKG3ugvF1+pX64gV6tu9qNuIYNUdgJm8nCxsm4=',
      Version: '$LATEST',
      TracingConfig: { Mode: 'PassThrough' },
      RevisionId: 'e54dbcf8-e3ef-44ab-9af7-8dbef510608a',
      PackageType: 'Zip',
      Architectures: ['x86_64'],
      Environment: { Variables: { STAGE: 'test', TABLE: 'orders' } },
      EphemeralStorage: { Size: 512 },
      SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
      LoggingConfig: { LogFormat: 'Text', LogGroup: `/aws/lambda/function-${index}` },
    })),
    ...(nextMarker !== undefined && { NextMarker: nextMarker }),
  });
