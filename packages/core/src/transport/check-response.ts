import { Readable } from 'node:stream';

import { firstCharacter, isHtml, quotable } from './quotable.js';
import { endsWithElement, rootName } from './root-name.js';
import { type ExpectedDocument, expectedDocument } from './expected-document.js';
import { InvalidResponseError } from './invalid-response-error.js';
import { isAwsError, isErrorRoot, statusOfError } from './is-aws-error.js';
import { requestIdOf } from './request-id-of.js';
import type { SentOperation } from './sent-operation.js';
import type { TransportResponse } from './transport.js';

/** A response whose body has been read to its end. */
export interface ReadResponse extends TransportResponse {
  statusCode: number;
}

/**
 * Refuses a response that is not the operation's: an empty body where AWS always sends a document, a foreign root element, a proxy's page.
 * A response with status 200 whose root is an AWS error gets the status of that error, so that the SDK reads it as one.
 */
export const checkResponse = (response: ReadResponse, operation: SentOperation, bytes: Uint8Array): void => {
  const { statusCode: status, headers } = response;
  const expected = expectedDocument(operation);
  if (expected.format === 'other' || status === 304) return;
  const fail = (what: string): never => {
    throw new InvalidResponseError(describe(what, { response, expected, bytes }), {
      status,
      requestId: requestIdOf(headers),
    });
  };
  if (status >= 300) {
    if (!isAwsError(expected.format, headers, bytes) && (status >= 400 || bytes.length > 0))
      fail('the response is not an error of AWS');
    return;
  }
  if (isHtml(bytes) && !(expected.isContent && isFromAws(headers))) fail('the response is an HTML page');
  if (expected.format === 'xml') {
    if (isErrorRoot(rootName(bytes))) response.statusCode = statusOfError(bytes);
    else checkXml(expected, status, bytes, fail);
  } else checkJson(expected, status, bytes, fail);
};

/** Refuses streamed content that neither AWS nor a compatible store has sent: an empty body or a page without any of their headers. */
export const checkContent = ({ statusCode: status, headers, body }: ReadResponse): void => {
  const isPage = headers['content-type']?.startsWith('text/html') ?? false;
  if (isFromAws(headers) || !(isPage || headers['content-length'] === '0')) return;
  if (body instanceof Readable) body.destroy();
  const what = isPage ? 'is an HTML page' : 'is empty';
  throw new InvalidResponseError(`the response ${what} and has no header of AWS (HTTP status ${status})`, {
    status,
    requestId: undefined,
  });
};

type Fail = (what: string) => never;

const checkXml = ({ presence, roots }: ExpectedDocument, status: number, bytes: Uint8Array, fail: Fail): void => {
  if (presence !== 'required' || status === 204) return;
  if (firstCharacter(bytes) === '') fail('the response is empty');
  const root = rootName(bytes);
  if (root === undefined) fail('the response is not an XML document');
  else if (!roots.includes(root)) fail(`the root element of the response is not ${roots[0] ?? ''}`);
  else if (!endsWithElement(bytes, root)) fail('the response breaks off, or goes on after its document');
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

/** Headers that AWS and compatible stores send with content: a page with one of them is an object that somebody has stored. */
const isFromAws = (headers: Readonly<Record<string, string>>): boolean =>
  headers['etag'] !== undefined || Object.keys(headers).some((name) => name.startsWith('x-amz'));

/** What came instead, without quoting what could be a secret. */
const describe = (
  what: string,
  { response, expected, bytes }: { response: TransportResponse; expected: ExpectedDocument; bytes: Uint8Array },
): string => {
  const type = response.headers['content-type']?.split(';', 1)[0];
  const beginning = expected.mayBeQuoted ? quotable(bytes) : '';
  const facts = [
    `HTTP status ${response.statusCode}`,
    type && /^[\w.+/-]{1,60}$/.test(type) ? type : 'no content type',
    `${bytes.length} bytes`,
  ];
  return `${what} (${facts.join(', ')})${beginning ? `; it begins with ${JSON.stringify(beginning)}` : ''}`;
};
