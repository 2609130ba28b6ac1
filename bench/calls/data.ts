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
