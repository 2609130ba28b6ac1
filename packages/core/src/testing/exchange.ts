import type { SentOperation } from '../transport/sent-operation.js';
import type { FakeCall } from './answer.js';
import type { AnswerBook } from './answer-book.js';
import type { FakeClock } from './fake-clock.js';

/** One received request, with everything that the response needs. */
export interface Exchange {
  readonly operation: SentOperation;
  readonly call: FakeCall;
  readonly requestId: string;
  readonly answers: AnswerBook;
  readonly clock: FakeClock;
  /** Aborted when the client cancels the request or the fake AWS is closed. */
  readonly signal: AbortSignal;
}
