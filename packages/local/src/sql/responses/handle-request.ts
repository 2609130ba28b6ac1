import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import { AwsError } from './aws-error.js';
import { readJson } from './read-json.js';
import { readBody } from './read-body.js';

/** An operation of the façade. */
export interface Route {
  readonly run: (request: never) => Promise<unknown>;
  /** Whether the operation belongs to a stand-in, which only stores its input. A header of the response says so. */
  readonly isStandIn: boolean;
}

export interface HandleRequestOptions {
  /** Returns the operation of a request. */
  readonly findRoute: (request: IncomingMessage) => Route | undefined;
  /** Throws an `AwsError` if the request is not allowed. */
  readonly check: (body: Buffer) => Promise<void>;
}

/** Responds to one request of AWS's JSON protocols. */
export async function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { findRoute, check }: HandleRequestOptions,
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
    // Some services name the member `message`, others `Message`.
    send(status, { __type: type, message, Message: message, ...members }, { 'x-amzn-errortype': type });
  }
}

function parsed(body: string): unknown {
  try {
    return readJson(body === '' ? '{}' : body);
  } catch (error) {
    throw new AwsError('SerializationException', 'The body is not valid JSON.', { cause: error });
  }
}

function unknownOperation({ method, url, headers }: IncomingMessage): AwsError {
  const operation = [headers['x-amz-target'] ?? `${method} ${url}`].join();
  return new AwsError('UnknownOperationException', `The local AWS does not support ${operation}.`, { status: 404 });
}

function awsErrorOf(error: unknown): AwsError {
  if (error instanceof AwsError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new AwsError('InternalServerException', `${STATUS_CODES[500]}: ${message}`, { status: 500, cause: error });
}
