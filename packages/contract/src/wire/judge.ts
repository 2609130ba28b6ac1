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

/** The outcome of a call, in a form that can be compared. */
export type Outcome = { readonly value: unknown } | { readonly error: unknown };

/** One call of a case, with its requests and responses. */
export interface Played {
  readonly subject: Subject;
  readonly wireCase: WireCase;
  /** The requests of the operation whose responses are invalid. For valid responses, all requests. */
  readonly exchanges: readonly Exchange[];
  /** The bytes of the responses that were sent. */
  readonly sent: readonly Buffer[];
  readonly outcome: Outcome;
}

/** Checks that a valid response is read once and that its request is sent once. */
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

/** Checks that an invalid response is never a result, never an error about the resource, and is retried only if a repetition is harmless. */
export const judgeBad = (played: Played): readonly string[] => {
  const { outcome, exchanges, wireCase } = played;
  const [first] = exchanges;
  if (!first || !isDetectable(wireCase, first))
    return problem('error' in outcome && !(outcome.error instanceof ArchError), () => textOf(outcome));
  if (!('error' in outcome)) return ['returns a result'];
  const { error } = outcome;
  if (!(error instanceof ArchError)) return [`throws an error that is no ArchError: ${textOf(outcome)}`];
  return [...judgeClass(error, played, first), ...judgeRepeats(error, played, first), ...judgeQuotes(error, played)];
};

/** Whether an invalid response can be distinguished from a valid response. */
const isDetectable = (wireCase: WireCase, { operation, method, good }: Exchange): boolean => {
  // A response to HEAD consists of a status and headers only, and here these are S3's own.
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
  // A task or a waiter may describe the failure of its step in its own words.
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
  // A throttled request was not completed, whichever server sent the status. A request with status 403 or 404 did not reach the service.
  if (status === 429 || status === 503) return [];
  const isAmbiguous = status < 300 || status >= 500;
  const invocations = Map.groupBy(exchanges, ({ invocation }) => invocation);
  const most = Math.max(...[...invocations.values()].map(({ length }) => length));
  if (!isAmbiguous) return problem(most > 1, () => `is sent ${most} times`);
  const declaration = declarationOf(operation.name, subject.declaration);
  // A task may send requests that have no declaration, under its own rules.
  if (!declaration && !isRead(operation.name, undefined)) return [];
  const { isRetried, isHarmless } = repeatsOf(operation.name, declaration);
  const isUnknown = isOutcomeUnknown(error);
  if (isRetried)
    return [
      ...problem(
        most < attempts && !trailer && !isContent(exchanges),
        () => 'is not retried, although a repetition is harmless',
      ),
      ...problem(isRead(operation.name, declaration) && isUnknown, () => 'has outcomeUnknown for a read'),
      ...problem(isUnknown && error.retryable !== isHarmless, () => `has retryable: ${error.retryable}`),
    ];
  return [
    ...problem(most > 1, () => `is sent ${most} times, although a repetition may have a second effect`),
    ...problem(!isUnknown, () => 'does not have outcomeUnknown'),
    ...problem(error.retryable, () => 'has retryable: true'),
  ];
};

/** Whether a response contains content, which the caller receives before it has ended, so that its request is not retried. */
const isContent = (exchanges: readonly Exchange[]): boolean =>
  exchanges.some(({ operation, method }) => bodyKindOf(operation, method) === 'content');

/** Whether the error says that AWS may have completed the request. */
export const isOutcomeUnknown = (error: ArchError): boolean => 'outcomeUnknown' in error && error.outcomeUnknown;

/** The number of characters of a body that an error may quote: of an HTML page or a text, of XML (names in its path), and of other bodies. */
const quotableLengths = { page: 80, xml: 40, other: 20 } as const;

/** Checks that an error quotes at most 80 characters of a page, and nothing of JSON, of content or of a broken response. */
const judgeQuotes = (error: ArchError, { subject, wireCase: { page }, exchanges, sent }: Played): readonly string[] => {
  const bytes = sent[0]?.toString('utf8') ?? '';
  const body = bytes.slice(bytes.indexOf('\r\n\r\n') + 4);
  const isSteps = subject.kind === 'task' || subject.kind === 'waiter';
  const length = quotableLengths[isContent(exchanges) ? 'other' : bodyForm(page, body, isSteps)];
  // The message may contain the function, its operations and the caller's input.
  const own = [subject.name, ...exchanges.map(({ operation }) => operation.name), ...textsIn(subject.input)];
  const quoted = messagesOf(error)
    .map((text) => own.reduce((rest, each) => rest.replaceAll(each, '…'), text))
    .find((text) => quotes(text, body, length));
  return problem(quoted !== undefined, () => `quotes more than ${length} characters of the body: ${quoted}`);
};

const bodyForm = (page: Page | undefined, body: string, isSteps: boolean): keyof typeof quotableLengths => {
  if (page === 'an HTML page' || page === 'plain text') return 'page';
  // The error of a step may name a resource that an earlier step returned.
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

const problem = (isProblem: boolean, describe: () => string): readonly string[] => (isProblem ? [describe()] : []);

const textOf = (outcome: Outcome): string => {
  const error = 'error' in outcome ? outcome.error : outcome;
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : String(error);
};
