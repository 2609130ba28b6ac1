import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import { AwsError } from './aws-error.js';
import { readJson } from './read-json.js';
import { readBody } from './read-body.js';

/** One operation, found by what a request asks for. */
export interface Route {
  readonly run: (request: never) => Promise<unknown>;
  /** Said in a header: the answer comes from a stand-in, not from something that works. */
  readonly isStandIn: boolean;
}

export interface AnswerRequestOptions {
  readonly findRoute: (request: IncomingMessage) => Route | undefined;
  /** Throws unless the request may be answered. */
  readonly check: (body: Buffer) => Promise<void>;
}

/** Answers one request of AWS's JSON protocols. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { findRoute, check }: AnswerRequestOptions,
): Promise<void> {
  const route = findRoute(request);
  const standIn = route?.isStandIn === true ? { 'x-arch-local': 'stand-in' } : {};
  const send = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void => {
    response.writeHead(status, {
      'content-type': request.headers['content-type'] ?? 'application/json',
      'x-amzn-requestid': randomUUID(),
      ...standIn,
      ...headers,
    });
    response.end(JSON.stringify(body));
  };
  try {
    const body = await readBody(request);
    await check(body);
    if (route === undefined) throw unknownOperation(request);
    send(200, await route.run(parsed(body.toString()) as never));
  } catch (error) {
    const { status, type, message, members } = awsErrorOf(error);
    // Services disagree on how the member is written.
    send(status, { __type: type, message, Message: message, ...members }, { 'x-amzn-errortype': type });
  }
}

function parsed(body: string): unknown {
  try {
    return readJson(body === '' ? '{}' : body);
  } catch (error) {
    throw new AwsError('SerializationException', 'The body is no JSON.', { cause: error });
  }
}

function unknownOperation({ method, url, headers }: IncomingMessage): AwsError {
  const asked = [headers['x-amz-target'] ?? `${method} ${url}`].join();
  return new AwsError('UnknownOperationException', `The local AWS does not have ${asked}.`, { status: 404 });
}

function awsErrorOf(error: unknown): AwsError {
  if (error instanceof AwsError) return error;
  const what = error instanceof Error ? error.message : String(error);
  return new AwsError('InternalServerException', `${STATUS_CODES[500]}: ${what}`, { status: 500, cause: error });
}
