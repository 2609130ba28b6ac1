import type { AccessKey } from '../guard/access-key.js';
import { signatureOf } from '../guard/signature-of.js';

/** Presigns a request. Its only signed header is the host. Default of `seconds`: 600. */
export function presigned(
  { method, url, service, seconds = 600 }: { method: string; url: string; service: string; seconds?: number },
  { accessKeyId, secretAccessKey }: AccessKey,
): string {
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const result = new URL(url);
  const parameters = {
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${accessKeyId}/${date.slice(0, 8)}/us-east-1/${service}/aws4_request`,
    'X-Amz-Date': date,
    'X-Amz-Expires': String(seconds),
    'X-Amz-SignedHeaders': 'host',
  };
  for (const [name, value] of Object.entries(parameters)) result.searchParams.set(name, value);
  const signature = signatureOf(
    {
      method,
      target: `${result.pathname}${result.search}`,
      headers: { host: result.host },
      signedHeaders: 'host',
      payloadHash: 'UNSIGNED-PAYLOAD',
      date,
      region: 'us-east-1',
      service,
    },
    secretAccessKey,
  );
  result.searchParams.set('X-Amz-Signature', signature);
  return result.href;
}
