// Transfers a file in a process of its own, which tests kill: `node --import from-sources.ts transfer.mjs <store>`, with an order as message.
import { openSync, writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';

import { createSession } from '@arch/core';

import { downloadFile, headObject, uploadFile } from '../../../../index.ts';

const parts = ['uploadPart', 'getObject'];
let log;
const onEvent = ({ type, operation }) => {
  // Written synchronously, so that the line remains when the process is killed.
  if (type === 'call-start' && log !== undefined && parts.includes(operation)) writeSync(log, `${operation}\n`);
};
const session = createSession({ region: 'us-east-1', ...JSON.parse(process.argv[2]), onEvent });
// Loads the client of S3.
await headObject({ bucket: 'none-of-these', key: 'none' }, { session }).catch(() => undefined);
flushCompileCache();
process.once('message', async ({ upload, download, log: path }) => {
  log = openSync(path, 'a');
  try {
    await (upload ? uploadFile(upload, { session }) : downloadFile(download, { session }));
    process.exitCode = 0;
  } catch (error) {
    process.send(String(error));
    process.exitCode = 1;
  }
  process.disconnect();
});
process.send('loaded');
