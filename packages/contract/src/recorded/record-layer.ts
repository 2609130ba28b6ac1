import { ArchError, type Session } from '@arch/core';
import { tokenMemberOf } from '@arch/core/builder';

import type { SentOperation } from '../../../core/src/transport/sent-operation.js';
import { type LayerSamples, operationsOf, type Subject, subjectsOf } from '../layer.js';
import { plainResult } from '../wire/plain-result.js';
import { socketServer } from '../wire/socket-server.js';
import { type Request, type Route, socketSession } from '../wire/socket-session.js';
import { rawExchange } from './raw-exchange.js';
import { type RecordedResponse, recordedResponse, type Recording } from './recording.js';

/** A call whose responses are recorded. */
export interface Step {
  /** The name of the function. */
  readonly call: string;
  /** The input, or a function that returns it, e.g. from the results of earlier calls. */
  readonly input: unknown;
  /** The outcome that the replay expects. Default: the outcome of the recorded call. */
  readonly outcome?: string;
  /** Signs the requests with credentials that the server rejects. */
  readonly wrongKeys?: true;
  /** Sends the requests without a signature. */
  readonly isUnsigned?: true;
  /** Prepares the call. Its requests are not recorded. */
  readonly before?: (session: Session) => Promise<unknown>;
  /** Receives the result of the call, e.g. to keep an ID for later calls. */
  readonly after?: (result: unknown) => void;
}

/** A server that is recorded, and the credentials that it accepts. */
export interface RecordedServer {
  readonly name: string;
  readonly origins: readonly string[];
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Larger recordings are omitted: they show no other form of responses. */
const largestBytes = 16_384;

/** Calls functions against a running server and returns recordings of its responses. */
export const recordLayer = async (
  exports: object,
  samples: LayerSamples,
  server: RecordedServer,
  steps: readonly Step[] = [],
): Promise<readonly Recording[]> => {
  const subjects = subjectsOf(exports, samples);
  const recordings: Recording[] = [];
  for (const step of steps) {
    const recording = await record(
      subjects.find(({ name }) => name === step.call)!,
      step,
      server,
    );
    if (recording) recordings.push({ ...recording, outcome: step.outcome ?? recording.outcome, input: inputOf(step) });
  }
  const known = new Set([...(samples.withoutRequest ?? []), ...steps.map(({ call }) => call)]);
  for (const subject of subjects.toSorted((one, other) => rank(one) - rank(other))) {
    if (known.has(subject.name)) continue;
    const recording = await record(subject, { call: subject.name, input: subject.input }, server);
    if (recording) recordings.push(recording);
  }
  return recordings;
};

/** Returns the position of a function: 0 if it creates or changes resources, 1 if it reads them, 2 if it deletes them. */
const rank = ({ callable }: Subject): number => {
  const declarations = operationsOf(callable).map(({ declaration }) => declaration);
  const makes = declarations.some(
    ({ command, creates, repeatable }) => (creates ?? repeatable ?? tokenMemberOf(command)) !== undefined,
  );
  if (makes) return 0;
  return declarations.some(({ deletes }) => deletes !== undefined) ? 2 : 1;
};

const inputOf = ({ input }: Step): unknown => (typeof input === 'function' ? (input as () => unknown)() : input);

const record = async (subject: Subject, step: Step, server: RecordedServer): Promise<Recording | undefined> => {
  await using relay = await socketServer('TCP');
  const responses: RecordedResponse[] = [];
  let isForeign = false;
  const keys = { accessKeyId: server.accessKeyId, secretAccessKey: step.wrongKeys ? 'wrong' : server.secretAccessKey };
  const route = async (request: Request, operation: SentOperation): Promise<Route> => {
    isForeign ||= !server.origins.includes(`http://${request.hostname}:${request.port}`);
    if (isForeign) throw new Error(`${operation.serviceId} is not served by ${server.name}`);
    if (step.isUnsigned) delete request.headers['authorization'];
    const bytes = await rawExchange(request);
    responses.push(recordedResponse(operation.name, bytes));
    return { server: relay, delivery: { pieces: [bytes], close: 'with the last piece' } };
  };
  await using session = socketSession(route, undefined, keys);
  await step.before?.(session).catch(() => undefined);
  responses.length = 0;
  const outcome = await outcomeOf(subject, inputOf(step), session, step.after);
  const size = responses.reduce((sum, { text = '', base64 = '' }) => sum + text.length + base64.length, 0);
  if (isForeign || responses.length === 0 || size > largestBytes || outcome === undefined) return undefined;
  // Like a proxy, the server sent an HTML page instead of an error of the service.
  const isPage = /^HTTP\/1\.1 [45].*^content-type: text\/html/ims.test(responses.at(-1)?.text ?? '');
  return { call: subject.name, outcome: isPage ? 'ServiceError' : outcome, responses };
};

/** Errors that depend on time or on the connection and would not be the same in every recording. */
const notReproducible: ReadonlySet<string> = new Set(['DeadlineError', 'WaitError', 'ConnectionError']);

const outcomeOf = async (
  subject: Subject,
  input: unknown,
  session: Session,
  after: Step['after'],
): Promise<string | undefined> => {
  try {
    const result = await subject.call(input, { session, maxAttempts: 1, timeoutMs: 30_000 });
    await plainResult(result);
    after?.(result);
    return 'result';
  } catch (error) {
    return error instanceof ArchError && !notReproducible.has(error.name) ? error.name : undefined;
  }
};
