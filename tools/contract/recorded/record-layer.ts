import type { Session } from '@arch/core';
import { ArchError } from '@arch/core';

import type { LayerSamples, Subject } from '../layer.js';
import { subjectsOf } from '../layer.js';
import { plainResult } from '../wire/plain-result.js';
import { socketServer } from '../wire/socket-server.js';
import { socketSession } from '../wire/socket-session.js';
import { rawExchange } from './raw-exchange.js';
import { type RecordedResponse, recordedResponse, type Recording } from './recording.js';

/** A call whose responses are recorded. `input` may use what earlier calls have returned. */
export interface Step {
  readonly call: string;
  readonly input: unknown;
  /** How the call should end, where it is not yet as documented. */
  readonly outcome?: string;
  /** Keys that the server refuses. */
  readonly wrongKeys?: true;
  /** What has to be done before, and is not recorded. */
  readonly before?: (session: Session) => Promise<unknown>;
  /** What later calls need of the result. */
  readonly after?: (result: unknown) => void;
}

/** A server that is recorded, and the keys that it accepts. */
export interface RecordedServer {
  readonly name: string;
  readonly origins: readonly string[];
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** More than this tells no more about a form. */
const largestBytes = 16_384;

/** Calls functions against a running server, and returns what it sent. */
export const recordLayer = async (
  exports: object,
  samples: LayerSamples,
  server: RecordedServer,
  steps?: readonly Step[],
): Promise<readonly Recording[]> => {
  const subjects = subjectsOf(exports, samples);
  const recordings: Recording[] = [];
  if (steps) {
    for (const step of steps) {
      const subject = subjects.find(({ name }) => name === step.call)!;
      const recording = await record(subject, step, server);
      if (recording)
        recordings.push({ ...recording, outcome: step.outcome ?? recording.outcome, input: inputOf(step) });
    }
    return recordings;
  }
  for (const subject of subjects.toSorted((one, other) => rank(one) - rank(other))) {
    if (samples.withoutRequest?.includes(subject.name)) continue;
    const recording = await record(subject, { call: subject.name, input: subject.input }, server);
    if (recording) recordings.push(recording);
  }
  return recordings;
};

/** What makes something comes before what reads it, and what removes it last. */
const rank = ({ name }: Subject): number =>
  /^(?:create|put|run|register|request|import|publish)/.test(name)
    ? 0
    : /^(?:delete|terminate|remove|deregister)/.test(name)
      ? 2
      : 1;

const inputOf = ({ input }: Step): unknown => (typeof input === 'function' ? (input as () => unknown)() : input);

const record = async (subject: Subject, step: Step, server: RecordedServer): Promise<Recording | undefined> => {
  const relay = await socketServer('TCP');
  const responses: RecordedResponse[] = [];
  let isForeign = false;
  const keys = { accessKeyId: server.accessKeyId, secretAccessKey: step.wrongKeys ? 'wrong' : server.secretAccessKey };
  const sessionWith = (isRecorded: boolean): Session =>
    socketSession(
      async (request, operation) => {
        isForeign ||= !server.origins.includes(`http://${request.hostname}:${request.port}`);
        if (isForeign) throw new Error(`${operation.serviceId} is not served by ${server.name}`);
        const bytes = await rawExchange(request);
        if (isRecorded) responses.push(recordedResponse(operation.name, bytes));
        return { server: relay, delivery: { pieces: [bytes], close: 'with the last piece' } };
      },
      undefined,
      keys,
    );
  const session = sessionWith(true);
  try {
    await step.before?.(sessionWith(false));
    const outcome = await outcomeOf(subject, inputOf(step), session, step.after);
    const size = responses.reduce((sum, { text = '', base64 = '' }) => sum + text.length + base64.length, 0);
    return isForeign || responses.length === 0 || size > largestBytes || outcome === undefined
      ? undefined
      : { call: subject.name, outcome, responses };
  } finally {
    await session[Symbol.asyncDispose]();
    await relay[Symbol.asyncDispose]();
  }
};

const outcomeOf = async (
  subject: Subject,
  input: unknown,
  session: Session,
  after: Step['after'],
): Promise<string | undefined> => {
  try {
    // Some things never come to pass in an emulator.
    const result = await subject.call(input, { session, maxAttempts: 1, timeoutMs: 30_000 });
    await plainResult(result);
    after?.(result);
    return 'result';
  } catch (error) {
    if (error instanceof ArchError && error.status !== undefined && error.code !== undefined) return error.name;
    console.error(`${subject.name} is not recorded: ${String(error).slice(0, 300)}`);
    return undefined;
  }
};
