import type { SentOperation } from '../transport/sent-operation.js';
import type { FakeCall } from './answer.js';
import type { AnswerBook } from './answer-book.js';
import type { FakeClock } from './fake-clock.js';

/** One request that has come, and what it takes to answer it. */
export interface Exchange {
  readonly operation: SentOperation;
  readonly call: FakeCall;
  readonly requestId: string;
  readonly answers: AnswerBook;
  readonly clock: FakeClock;
  /** Aborted when the client gives up, and when the fake AWS is closed. */
  readonly signal: AbortSignal;
}
