import { inspect, isDeepStrictEqual } from 'node:util';

import { AccessDeniedError, ArchError, NotFoundError, UnexpectedResponseError } from '@arch/core';

import type { Subject } from '../layer.js';
import { isForeign, type Page } from './bad-responses.js';
import { bodyKindOf } from './body-kind.js';
import type { WireCase } from './cases.js';
import type { PlainResponse } from './forms.js';
import { declarationOf, isRead, repeatsOf } from './may-repeat.js';
import type { Exchange } from './socket-aws.js';
import { attempts } from './socket-session.js';

/** How a call ended, in a form that can be compared. */
export type Outcome = { readonly value: unknown } | { readonly error: unknown };

/** One call of a case, with all that was sent for it. */
export interface Played {
  readonly subject: Subject;
  readonly wireCase: WireCase;
  /** The requests of the operation whose responses are bad; for good responses all. */
  readonly exchanges: readonly Exchange[];
  /** What was really sent for them. */
  readonly sent: readonly Buffer[];
  readonly outcome: Outcome;
}

/** A good response is read once and its request is sent once. */
export const judgeGood = (
  { outcome, exchanges }: Played,
  expected: Outcome,
  operations: readonly string[],
): readonly string[] => {
  const sent = exchanges.map(({ operation }) => operation.name);
  return [
    ...problem('error' in outcome && !('error' in expected), () => `fails with ${textOf(outcome)}`),
    ...problem(
      'value' in outcome && !isDeepStrictEqual(outcome, expected),
      () => `returns another result: ${inspect(outcome, { depth: 6 })} instead of ${inspect(expected, { depth: 6 })}`,
    ),
    ...problem(
      sent.toSorted().join() !== operations.toSorted().join(),
      () => `sends ${sent.join(', ')} instead of ${operations.join(', ')}`,
    ),
  ];
};

/** A bad response is never a result, never an error about the resource, and is repeated only where that is harmless. */
export const judgeBad = (played: Played): readonly string[] => {
  const { outcome, exchanges, wireCase } = played;
  const [first] = exchanges;
  if (!first || !shows(wireCase, first))
    return problem('error' in outcome && !(outcome.error instanceof ArchError), () => textOf(outcome));
  if (!('error' in outcome)) return ['returns a result'];
  const { error } = outcome;
  if (!(error instanceof ArchError)) return [`throws what is no ArchError: ${textOf(outcome)}`];
  return [...judgeClass(error, played, first), ...judgeRepeats(error, played, first), ...judgeQuotes(error, played)];
};

/** Whether a bad response can be told from a good one. */
const shows = (wireCase: WireCase, { operation, method, good }: Exchange): boolean => {
  // A response without a body has its status and headers only; those of HEAD are S3's own.
  if (method === 'HEAD') return false;
  const body = bodyKindOf(operation, method);
  if (wireCase.page) return wireCase.status !== 200 || isForeign(wireCase.page, body);
  if (wireCase.break === undefined) return body === 'document';
  if (good.body.length < 2) return false;
  return body === 'document' || (body === 'content' && wireCase.form !== 'until the connection ends');
};

const judgeClass = (
  error: ArchError,
  { wireCase, subject, exchanges }: Played,
  { good }: Exchange,
): readonly string[] => {
  const { page, status = good.status } = wireCase;
  const text = textOf({ error });
  if (error instanceof NotFoundError || error instanceof AccessDeniedError)
    return [`blames the resource or the caller: ${text}`];
  // A task or a waiter may say what its step has met in its own words.
  if (wireCase.break || subject.kind === 'task' || subject.kind === 'waiter') return [];
  if (status !== good.status && status !== 200) {
    const names = status === 429 || status === 503 ? ['ServiceError', 'ThrottledError'] : ['ServiceError'];
    return [
      ...problem(!names.includes(error.name), () => `is no ServiceError: ${text}`),
      ...problem(error.status !== status, () => `has status ${error.status}`),
    ];
  }
  const ids = page ? [undefined] : exchanges.map(({ good }) => requestIdOf(good));
  return [
    ...problem(!(error instanceof UnexpectedResponseError), () => `is no UnexpectedResponseError: ${text}`),
    ...problem(error.status !== status, () => `has status ${error.status} instead of ${status}`),
    ...problem(!ids.includes(error.requestId), () => `has the request ID ${error.requestId} instead of ${ids.at(-1)}`),
  ];
};

const requestIdOf = ({ headers }: PlainResponse): string | undefined =>
  headers['x-amzn-requestid'] ?? headers['x-amz-request-id'];

const judgeRepeats = (
  error: ArchError,
  { wireCase, subject, exchanges }: Played,
  { operation }: Exchange,
): readonly string[] => {
  const { trailer, status = 200 } = wireCase;
  // Throttled requests were refused, whoever says so; and what came with 403 or 404 did not reach the service.
  if (status === 429 || status === 503) return [];
  const isAmbiguous = status < 300 || status >= 500;
  const invocations = Map.groupBy(exchanges, ({ invocation }) => invocation);
  const most = Math.max(...[...invocations.values()].map(({ length }) => length));
  if (!isAmbiguous) return problem(most > 1, () => `is sent ${most} times`);
  const declaration = declarationOf(operation.name, subject.declaration);
  // What a task sends without a declaration of its own is its own business.
  if (!declaration && !isRead(operation.name, undefined)) return [];
  const { isRetried, isHarmless } = repeatsOf(operation.name, declaration);
  const isUnknown = isOutcomeUnknown(error);
  if (isRetried)
    return [
      ...problem(
        most < attempts && !trailer && !isContent(exchanges),
        () => 'is not retried, although repeating is harmless',
      ),
      ...problem(isRead(operation.name, declaration) && isUnknown, () => 'says outcomeUnknown of a read'),
      ...problem(isUnknown && error.retryable !== isHarmless, () => `says retryable: ${error.retryable}`),
    ];
  return [
    ...problem(most > 1, () => `is sent ${most} times, although repeating may do it twice`),
    ...problem(!isUnknown, () => 'does not say outcomeUnknown'),
    ...problem(error.retryable, () => 'says retryable'),
  ];
};

/** What streams is handed on before it has ended, and is not asked for again. */
const isContent = (exchanges: readonly Exchange[]): boolean =>
  exchanges.some(({ operation, method }) => bodyKindOf(operation, method) === 'content');

/** Whether AWS may have completed the request, as far as the error says so. */
export const isOutcomeUnknown = (error: ArchError): boolean => 'outcomeUnknown' in error && error.outcomeUnknown;

/** How many characters of a body an error may quote: of a page for people, of XML with the names in its path, and of everything else. */
const longest = { page: 80, xml: 40, other: 20 } as const;

/** An error quotes at most 80 characters of a page, and nothing of JSON, of content or of a broken response. */
const judgeQuotes = (error: ArchError, { subject, wireCase: { page }, exchanges, sent }: Played): readonly string[] => {
  const bytes = sent[0]?.toString('utf8') ?? '';
  const body = bytes.slice(bytes.indexOf('\r\n\r\n') + 4);
  const isSteps = subject.kind === 'task' || subject.kind === 'waiter';
  const length = longest[isContent(exchanges) ? 'other' : bodyForm(page, body, isSteps)];
  // What the caller has called and given may be named.
  const own = [subject.name, ...exchanges.map(({ operation }) => operation.name), ...textsIn(subject.input)];
  const quoted = messagesOf(error)
    .map((text) => own.reduce((rest, each) => rest.replaceAll(each, '…'), text))
    .find((text) => quotes(text, body, length));
  return problem(quoted !== undefined, () => `quotes more than ${length} characters of the body: ${quoted}`);
};

const bodyForm = (page: Page | undefined, body: string, isSteps: boolean): keyof typeof longest => {
  if (page === 'an HTML page' || page === 'plain text') return 'page';
  // A step of a task names what an earlier one has returned.
  return isSteps || (page === undefined && body.includes('<')) ? 'xml' : 'other';
};

const textsIn = (input: unknown): readonly string[] => {
  if (typeof input === 'string') return input === '' ? [] : [input];
  return typeof input === 'object' && input !== null && !ArrayBuffer.isView(input)
    ? Object.values(input).flatMap(textsIn)
    : [];
};

const messagesOf = (error: unknown): readonly string[] =>
  error instanceof Error ? [error.message, ...messagesOf(error.cause)] : [];

const quotes = (text: string, body: string, length: number): boolean => {
  for (let at = 0; at + length < body.length; at++) if (text.includes(body.slice(at, at + length + 1))) return true;
  return false;
};

const problem = (isOne: boolean, say: () => string): readonly string[] => (isOne ? [say()] : []);

const textOf = (outcome: Outcome): string => {
  const error = 'error' in outcome ? outcome.error : outcome;
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : String(error);
};
