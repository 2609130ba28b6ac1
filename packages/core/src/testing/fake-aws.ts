import { createSession } from '../session/create-session.js';
import type { Session, SessionOptions } from '../session/session.js';
import type { Answer, AnswerFunction } from './answer.js';
import { AnswerBook } from './answer-book.js';
import { defaultAnswers } from './default-answers.js';
import { FakeClock } from './fake-clock.js';
import { FakeTransport } from './fake-transport.js';
import type { RecordedRequest } from './recorded-request.js';

/** How a fake AWS is made. */
export interface FakeAwsOptions {
  /** Default `us-east-1`. */
  readonly region?: string | undefined;
  /** Who calls, as STS's `GetCallerIdentity` says. Default `123456789012`. */
  readonly accountId?: string | undefined;
  readonly clock?: FakeClock | undefined;
  /** Answers by operation, as `on()` takes them. */
  readonly answers?: Readonly<Record<string, Answer | AnswerFunction>> | undefined;
  /** What else the session is made with, e.g. `{ maxAttempts: 1 }`. */
  readonly session?:
    | Omit<SessionOptions, 'region' | 'transport' | 'clock' | 'endpoint' | 'profile' | 'maxSockets'>
    | undefined;
}

/** An AWS below the SDK: what the SDK sends is recorded, what it receives is what the test says. */
export interface FakeAws extends AsyncDisposable {
  /**
   * Answers all requests of an operation until another `on()` takes its place. Where services share an operation's name, the service's ID
   * goes before it: `EC2:DescribeTags`.
   */
  on<Input extends object = Record<string, unknown>>(operation: string, answer: Answer | AnswerFunction<Input>): void;
  /** Answers one request of an operation, before what `on()` says; several are used up in their order. */
  once<Input extends object = Record<string, unknown>>(operation: string, answer: Answer | AnswerFunction<Input>): void;
  /** All requests so far, the tried-again ones too. */
  readonly requests: readonly RecordedRequest[];
  /** A session that is wired to this AWS, for `{ session: aws.session }` and `withSession(aws.session, …)`. */
  readonly session: Session;
  /** The session's clock: it jumps over pauses, so that a wait of ten minutes takes no time. */
  readonly clock: FakeClock;
  /** Ends what still hangs. */
  close(): Promise<void>;
}

/**
 * Makes an AWS for tests. It answers on the wire, so that serialization, signing, retries, deadlines and errors are the real ones. An
 * operation that has no answer, and an answer that AWS could not give, are errors that say so. STS answers `GetCallerIdentity` and
 * `AssumeRole` by itself.
 *
 * @example
 * await using aws = fakeAws();
 * aws.once('DescribeInstances', fault('throttle'));
 * aws.on('DescribeInstances', { Reservations: [{ Instances: [{ InstanceId: 'i-0abc', State: { Name: 'running' } }] }] });
 * await describeInstance('i-0abc', { session: aws.session });
 */
export const fakeAws = ({
  region = 'us-east-1',
  accountId = '123456789012',
  clock = new FakeClock(),
  answers = {},
  session: settings = {},
}: FakeAwsOptions = {}): FakeAws => {
  const book = new AnswerBook(defaultAnswers(accountId, clock));
  for (const [operation, answer] of Object.entries(answers)) book.on(operation, answer);
  const transport = new FakeTransport(book, clock);
  const session = createSession({ credentials: fakeCredentials, ...settings, region, transport, clock });
  const close = async (): Promise<void> => {
    await session[Symbol.asyncDispose]();
    clock.stop();
  };
  return {
    on: (operation, answer) => book.on(operation, answer),
    once: (operation, answer) => book.once(operation, answer),
    requests: transport.requests,
    session,
    clock,
    close,
    [Symbol.asyncDispose]: close,
  };
};

const fakeCredentials = { accessKeyId: 'AKIAFAKEAWSFAKEAWSFA', secretAccessKey: 'fake' };
