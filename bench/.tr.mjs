// node tr.mjs up|down <lane?>
import { createSession } from '@arch/core';
import { uploadFile, downloadFile } from '@arch/storage';
const [mode, lane = 'lane', endpoint = 'http://127.0.0.1:7070'] = process.argv.slice(2);
const session = createSession({
  region: 'us-east-1',
  endpoint,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-a-secret' },
  lane: lane !== 'off',
});
const t = performance.now();
if (mode === 'up') await uploadFile({ bucket: 'bench', key: 'big.bin', path: '/tmp/w/big.bin' }, { session });
else
  console.error(
    JSON.stringify(await downloadFile({ bucket: 'bench', key: 'big.bin', path: '/tmp/w/down.bin' }, { session })),
  );
const c = process.cpuUsage();
console.log(
  mode,
  lane,
  ((performance.now() - t) / 1000).toFixed(2),
  's cpu',
  ((c.user + c.system) / 1e6).toFixed(2),
  'rss',
  (process.resourceUsage().maxRSS / 1024).toFixed(0),
  'MB',
);
