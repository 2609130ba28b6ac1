import { Readable } from 'node:stream';

import { firstCharacter, isHtml, quotable } from './quotable.js';
import { endsWithElement, rootName } from './root-name.js';
import { type ExpectedDocument, expectedDocument } from './expected-document.js';
import { InvalidResponseError } from './invalid-response-error.js';
import { isAwsError, isErrorRoot, statusOfError } from './is-aws-error.js';
import { requestIdOf } from './request-id-of.js';
import type { SentOperation } from './sent-operation.js';
import type { TransportResponse } from './transport.js';

/** A response whose body has been read completely. */
export interface ReadResponse extends TransportResponse {
  statusCode: number;
}

/**
 * Throws for a response that is not valid for the operation: an empty body where AWS always sends a document, another root element, a page
 * of a proxy. Changes the status of a response with status 200 that contains an AWS error, so that the SDK reads it as an error.
 */
export const checkResponse = (response: ReadResponse, operation: SentOperation, bytes: Uint8Array): void => {
  const { statusCode: status, headers } = response;
  const expected = expectedDocument(operation);
  if (expected.format === 'other' || status === 304) return;
  const fail = (problem: string): never => {
    throw new InvalidResponseError(describe(problem, { response, expected, bytes }), {
      status,
      requestId: requestIdOf(headers),
      root: rootName(bytes),
    });
  };
  if (status >= 300) {
    if (!isAwsError(expected.format, headers, bytes) && (status >= 400 || bytes.length > 0))
      fail('the response is not an AWS error');
    return;
  }
  if (isHtml(bytes) && !(expected.isContent && isFromAws(headers))) fail('the response is an HTML page');
  if (expected.format === 'xml') {
    if (isErrorRoot(rootName(bytes))) response.statusCode = statusOfError(bytes);
    else checkXml(expected, status, bytes, fail);
  } else checkJson(expected, status, bytes, fail);
};

/** Throws for streamed content that neither AWS nor a compatible store has sent: an empty body or an HTML page without their headers. */
export const checkContent = ({ statusCode: status, headers, body }: ReadResponse): void => {
  const isPage = headers['content-type']?.startsWith('text/html') ?? false;
  if (isFromAws(headers) || !(isPage || headers['content-length'] === '0')) return;
  if (body instanceof Readable) body.destroy();
  const problem = isPage ? 'is an HTML page' : 'is empty';
  throw new InvalidResponseError(`the response ${problem} and has no AWS header (HTTP status ${status})`, {
    status,
    requestId: undefined,
  });
};

type Fail = (problem: string) => never;

const checkXml = ({ presence, roots }: ExpectedDocument, status: number, bytes: Uint8Array, fail: Fail): void => {
  if (presence !== 'required' || status === 204) return;
  if (firstCharacter(bytes) === '') fail('the response is empty');
  const root = rootName(bytes);
  if (root === undefined) fail('the response is not an XML document');
  else if (!roots.includes(root)) fail(`the root element of the response is not ${roots[0] ?? ''}`);
  else if (!endsWithElement(bytes, root)) fail('the response is truncated, or continues after its document');
};

const checkJson = (
  { presence, members, isContent }: ExpectedDocument,
  status: number,
  bytes: Uint8Array,
  fail: Fail,
): void => {
  if (isContent || status === 204) return;
  const first = firstCharacter(bytes);
  if (first === '') return presence === 'required' ? fail('the response is empty') : undefined;
  if (presence === 'none') return;
  if (first !== '{') fail('the response is not a JSON object');
  if (presence === 'required' && !isEmptyObject(bytes) && !hasMember(bytes, members))
    fail('the response has no member of this operation');
};

const isEmptyObject = (bytes: Uint8Array): boolean =>
  bytes.length < 64 && /^\s*\{\s*\}\s*$/.test(Buffer.from(bytes).toString());

const hasMember = (bytes: Uint8Array, members: readonly string[]): boolean => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return members.some((name) => buffer.includes(`"${name}"`));
};

/** Whether AWS or a compatible store has sent these headers: an HTML page with one of them is a stored object. */
const isFromAws = (headers: Readonly<Record<string, string>>): boolean =>
  headers['etag'] !== undefined || Object.keys(headers).some((name) => name.startsWith('x-amz'));

/** Describes an invalid response. Quotes it only if it cannot contain a secret. */
const describe = (
  problem: string,
  { response, expected, bytes }: { response: TransportResponse; expected: ExpectedDocument; bytes: Uint8Array },
): string => {
  const type = response.headers['content-type']?.split(';', 1)[0];
  const excerpt = expected.mayBeQuoted ? quotable(bytes) : '';
  const facts = [
    `HTTP status ${response.statusCode}`,
    type && /^[\w.+/-]{1,60}$/.test(type) ? type : 'no content type',
    `${bytes.length} bytes`,
  ];
  return `${problem} (${facts.join(', ')})${excerpt ? `; it starts with ${JSON.stringify(excerpt)}` : ''}`;
};
