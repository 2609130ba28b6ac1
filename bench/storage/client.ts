// One transfer by one client that is a library: `node client.ts arch upload <endpoint> <path> <key>`.
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

const [client, transfer, endpoint = '', path = '', key = ''] = process.argv.slice(2);
const bucket = 'bench';

const arch = async (): Promise<Readonly<Record<string, () => Promise<unknown>>>> => {
  const { createSession } = await import('@arch/core');
  const storage = await import('@arch/storage');
  const options = { session: createSession({ endpoint }) };
  return {
    upload: () => storage.uploadFile({ bucket, key, path }, options),
    download: () => storage.downloadFile({ bucket, key, path }, options),
    'upload-directory': () => storage.uploadDirectory({ directory: path, bucket, prefix: key }, options),
    'download-directory': () => storage.downloadDirectory({ bucket, prefix: key, directory: path }, options),
    sync: () => storage.syncDirectory({ from: path, to: { bucket, prefix: key } }, options),
  };
};

const sdk = async (): Promise<Readonly<Record<string, () => Promise<unknown>>>> => {
  const { GetObjectCommand, S3Client } = await import('@aws-sdk/client-s3');
  const { Upload } = await import('@aws-sdk/lib-storage');
  const s3 = new S3Client({ endpoint, forcePathStyle: true });
  return {
    upload: () => new Upload({ client: s3, params: { Bucket: bucket, Key: key, Body: createReadStream(path) } }).done(),
    download: async () => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      await pipeline(Body as NodeJS.ReadableStream, createWriteStream(path));
    },
  };
};

const syncClient = async (): Promise<Readonly<Record<string, () => Promise<unknown>>>> => {
  const { S3Client } = await import('@aws-sdk/client-s3');
  const { S3SyncClient } = await import('s3-sync-client');
  const { sync } = new S3SyncClient({ client: new S3Client({ endpoint, forcePathStyle: true }) as never });
  return {
    'upload-directory': () => sync(path, `s3://${bucket}/${key}`),
    'download-directory': () => sync(`s3://${bucket}/${key}`, path),
    sync: () => sync(path, `s3://${bucket}/${key}`),
  };
};

const clients: Readonly<Record<string, () => Promise<Readonly<Record<string, () => Promise<unknown>>>>>> = {
  arch,
  sdk,
  syncClient,
};
const run = (await clients[client ?? '']?.())?.[transfer ?? ''];
if (!run) throw new Error(`${client} has no ${transfer}`);
await run();
// Idle sockets would keep some clients alive.
process.exit();
