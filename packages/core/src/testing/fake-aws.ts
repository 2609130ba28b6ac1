import { createSession } from '../session/create-session.js';
import type { Session, SessionOptions } from '../session/session.js';
import type { Answer, AnswerFunction } from './answer.js';
import { AnswerBook } from './answer-book.js';
import { defaultAnswers } from './default-answers.js';
import { FakeClock } from './fake-clock.js';
import { FakeTransport } from './fake-transport.js';
import type { RecordedRequest } from './recorded-request.js';

/** The options of `fakeAws()`. */
export interface FakeAwsOptions {
  /** Default: `us-east-1`. */
  readonly region?: string | undefined;
  /** The account ID of the caller, as STS's `GetCallerIdentity` returns it. Default: `123456789012`. */
  readonly accountId?: string | undefined;
  /** The session's clock. Default: a new `FakeClock`. */
  readonly clock?: FakeClock | undefined;
  /** Responses by operation, as for `on()`. */
  readonly answers?: Readonly<Record<string, Answer | AnswerFunction>> | undefined;
  /** Further options of the session, e.g. `{ maxAttempts: 1 }`. */
  readonly session?:
    | Omit<SessionOptions, 'region' | 'transport' | 'clock' | 'endpoint' | 'profile' | 'maxSockets'>
    | undefined;
}

/** A fake AWS below the SDK: it records the SDK's requests and sends the responses of the test. */
export interface FakeAws extends AsyncDisposable {
  /**
   * Sets the response for all requests of an operation. A second call replaces it. If several services have the operation, add the service ID:
   * `EC2:DescribeTags`.
   */
  on<Input extends object = Record<string, unknown>>(operation: string, answer: Answer | AnswerFunction<Input>): void;
  /** Adds a response for one request of an operation. These responses are used in order, before the response of `on()`. */
  once<Input extends object = Record<string, unknown>>(operation: string, answer: Answer | AnswerFunction<Input>): void;
  /** All requests so far, including retries. */
  readonly requests: readonly RecordedRequest[];
  /** A session that sends its requests to this fake AWS: `{ session: aws.session }` or `withSession(aws.session, …)`. */
  readonly session: Session;
  /** The session's clock. It skips pauses, so that a wait of ten minutes takes no real time. */
  readonly clock: FakeClock;
  /** Ends all pending requests and pauses. */
  close(): Promise<void>;
}

/**
 * Makes a fake AWS for tests. It works at the level of HTTP, so that serialization, signing, retries, deadlines and errors are real. A missing
 * response, and a response that is not valid for AWS, throw `AnswerError`. `GetCallerIdentity` and `AssumeRole` of STS have default responses.
 *
 * @example
 * const aws = fakeAws();
 * aws.once('DescribeInstances', fault('throttle'));
 * aws.on('DescribeInstances', { Reservations: [{ Instances: [{ InstanceId: 'i-0abc', State: { Name: 'running' } }] }] });
 * await describeInstance('i-0abc', { session: aws.session });
 * await aws.close();
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
