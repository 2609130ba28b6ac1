import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import { AwsError } from './aws-error.js';
import { sha256, signatureOf } from '../../guard/signature-of.js';

export interface CheckRequestOptions {
  /** Returns the secret of an access key of this start. Returns `undefined` for other access keys. */
  readonly secretOf: (accessKeyId: string, sessionToken: string) => Promise<string | undefined>;
}

const advice =
  'Use AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of this local AWS: each start creates a new access key.';

/**
 * Rejects requests that are not meant for this start of the local AWS, by the rules of `python/guard.py`: requests to another host, from a web
 * page of another origin, or without a signature of one of its access keys.
 */
export async function checkRequest(
  request: IncomingMessage,
  body: Buffer,
  { secretOf }: CheckRequestOptions,
): Promise<void> {
  const headers = headersOf(request);
  checkHost(headers, request.socket.localPort ?? 0);
  checkOrigin(headers);
  const claim = claimOf(headers);
  const secret = await secretOf(claim.accessKeyId, headers['x-amz-security-token'] ?? '');
  if (secret === undefined) {
    const message = `The access key does not belong to this start of the local AWS. ${advice}`;
    throw refused('UnrecognizedClientException', message);
  }
  const { method = '', url = '' } = request;
  const payloadHash = headers['x-amz-content-sha256'] ?? sha256(body);
  const expected = signatureOf({ ...claim, method, target: url, headers, payloadHash }, secret);
  if (!areEqual(expected, claim.signature)) {
    const message = `The signature of the request does not match its access key. ${advice}`;
    throw refused('InvalidSignatureException', message);
  }
}

type Headers = Readonly<Record<string, string>>;

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  return Object.fromEntries(Object.entries(headersDistinct).map(([name, values = []]) => [name, values.join(', ')]));
}

function checkHost(headers: Headers, port: number): void {
  const [, ownPort] = /^(?:127\.0\.0\.1|(?:[\w-]+\.)*localhost):(\d+)$/i.exec(headers['host'] ?? '') ?? [];
  if (ownPort === String(port)) return;
  throw refused('AccessDenied', `The local AWS rejects requests to this host: use http://127.0.0.1:${port}.`);
}

/** Rejects requests from web pages of other origins. Only browsers send these headers. */
function checkOrigin(headers: Headers): void {
  const { origin, host = '', 'sec-fetch-site': site = 'none' } = headers;
  const isOwn = origin === undefined || origin.toLowerCase() === `http://${host.toLowerCase()}`;
  if (isOwn && ['none', 'same-origin'].includes(site)) return;
  throw refused('AccessDenied', 'The local AWS rejects requests from web pages of other origins.');
}

const authorizationForm =
  /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/(\d{8})\/([^/,]+)\/([^/,]+)\/aws4_request, *SignedHeaders=([^,]+), *Signature=([0-9a-f]{64})$/;

function claimOf(headers: Headers) {
  const found = authorizationForm.exec(headers['authorization'] ?? '');
  const date = headers['x-amz-date'] ?? '';
  if (!found || !date.startsWith(found[2] ?? '')) {
    throw refused('MissingAuthenticationToken', `The request has no signature of version 4. ${advice}`);
  }
  const [, accessKeyId = '', , region = '', service = '', signedHeaders = '', signature = ''] = found;
  return { accessKeyId, date, region, service, signedHeaders, signature };
}

function areEqual(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

function refused(type: string, message: string): AwsError {
  return new AwsError(type, message, { status: 403 });
}
