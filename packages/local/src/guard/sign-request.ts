import type { AccessKey } from './access-key.js';
import { sha256, signatureOf } from './signature-of.js';

export interface RequestToSign {
  readonly method: string;
  readonly url: string;
  /** Headers, which are signed too. Names are in lower case. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
  /** The value of `x-amz-content-sha256`. Default: the hash of `body`. */
  readonly payloadHash?: string | undefined;
  /** The service in the scope of the signature. Default: `sts`. The servers of the local AWS accept any service. */
  readonly service?: string | undefined;
}

/** Signs a request. Returns its headers and the headers of the signature. */
export function signRequest(
  request: RequestToSign,
  { accessKeyId, secretAccessKey }: AccessKey,
): Record<string, string> {
  const { method, url, body = '', payloadHash = sha256(body), service = 'sts' } = request;
  const { host, pathname, search } = new URL(url);
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const headers = { ...request.headers, host, 'x-amz-content-sha256': payloadHash, 'x-amz-date': date };
  const signedHeaders = Object.keys(headers).toSorted().join(';');
  const region = 'us-east-1';
  const signature = signatureOf(
    { method, target: `${pathname}${search}`, headers, signedHeaders, payloadHash, date, region, service },
    secretAccessKey,
  );
  const credential = `${accessKeyId}/${date.slice(0, 8)}/${region}/${service}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
  return { ...headers, authorization };
}
