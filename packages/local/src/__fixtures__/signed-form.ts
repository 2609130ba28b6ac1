import { createHmac } from 'node:crypto';

import type { AccessKey } from '../guard/access-key.js';

/** Returns a form with the boundary `limit` as a browser sends it. It uploads a text as `form.txt` to the bucket `photos`. */
export function signedForm({ accessKeyId, secretAccessKey }: AccessKey): string {
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = [date.slice(0, 8), 'us-east-1', 's3', 'aws4_request'];
  const credential = `${accessKeyId}/${scope.join('/')}`;
  const expiration = new Date(Date.now() + 600_000).toISOString();
  const conditions = [{ bucket: 'photos' }, { key: 'form.txt' }, { 'x-amz-algorithm': 'AWS4-HMAC-SHA256' }];
  const all = [...conditions, { 'x-amz-credential': credential }, { 'x-amz-date': date }];
  const policy = Buffer.from(JSON.stringify({ expiration, conditions: all })).toString('base64');
  const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  const fields = {
    key: 'form.txt',
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': credential,
    'X-Amz-Date': date,
    policy,
    'X-Amz-Signature': hmac(key, policy).toString('hex'),
  };
  const parts = Object.entries(fields).map(
    ([name, value]) => `--limit\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file = 'Content-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n';
  return `${parts.join('')}--limit\r\n${file}sent by a form\r\n--limit--\r\n`;
}
