import { createSession } from '@arch/core';
import { presignGetObject } from '@arch/storage';
import net from 'node:net';
const session = createSession({
  region: 'us-east-1',
  endpoint: 'http://127.0.0.1:7070',
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-a-secret' },
});
const { url } = await presignGetObject({ bucket: 'bench', key: 'big.bin' }, { session });
const u = new URL(url);
const s = net.connect(7070, '127.0.0.1', () =>
  s.write(`GET ${u.pathname}${u.search} HTTP/1.1\r\nhost: ${u.host}\r\nrange: bytes=0-9\r\n\r\n`),
);
s.on('data', (d) => {
  console.log(JSON.stringify(d.toString('latin1')));
  s.destroy();
});
