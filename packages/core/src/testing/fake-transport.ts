import { type HttpRequest, HttpResponse } from '@smithy/core/protocols';

import { sentOperation, type SentOperation } from '../transport/sent-operation.js';
import type { Transport } from '../transport/transport.js';
import type { AnswerBook } from './answer-book.js';
import { AnswerError } from './answer-error.js';
import { deliver } from './delivery/deliver.js';
import { responseBody } from './delivery/response-body.js';
import { untilAborted } from './delivery/until-aborted.js';
import type { FakeClock } from './fake-clock.js';
import { readBody } from './read-body.js';
import { recordRequest } from './record-request.js';
import type { RecordedRequest } from './recorded-request.js';

/** Replaces the HTTP client of the SDK: records requests and returns the responses of the test. */
export class FakeTransport implements Transport {
  readonly requests: RecordedRequest[] = [];
  readonly #answers: AnswerBook;
  readonly #clock: FakeClock;
  readonly #startMs: number;
  readonly #attempts: Map<string, number> = new Map();
  readonly #closing: AbortController = new AbortController();

  constructor(answers: AnswerBook, clock: FakeClock) {
    this.#answers = answers;
    this.#clock = clock;
    this.#startMs = clock.now();
  }

  async handle(
    request: HttpRequest,
    options: { readonly abortSignal?: AbortSignal } = {},
  ): Promise<{ response: HttpResponse }> {
    const operation = sentOperation(request);
    if (!operation)
      throw new AnswerError(
        `fakeAws accepts only clients of its session: a request to ${request.hostname} came from another client.`,
      );
    const signal = options.abortSignal
      ? AbortSignal.any([options.abortSignal, this.#closing.signal])
      : this.#closing.signal;
    const response = await untilAborted(signal, () => this.#answer(request, operation, signal));
    return { response };
  }

  /** Ends pending requests and rejects all later ones. */
  destroy(): void {
    this.#closing.abort('The fake AWS is closed');
  }

  async #answer(request: HttpRequest, operation: SentOperation, signal: AbortSignal): Promise<HttpResponse> {
    this.#clock.touch();
    const body = await readBody(request.body);
    const attempt = this.#countAttempt(operation);
    const recorded = recordRequest(request, operation, { attempt, body, atMs: this.#clock.now() - this.#startMs });
    const requestId = `00000000-0000-4000-8000-${String(this.requests.push(recorded)).padStart(12, '0')}`;
    const answers = this.#answers;
    const clock = this.#clock;
    const delivery = await deliver(answers.take(operation), {
      operation,
      call: { attempt, request: recorded },
      requestId,
      answers,
      clock,
      signal,
    });
    clock.touch();
    const settings = { bytes: delivery.body, ending: delivery.ending, signal, hang: () => clock.hang() };
    return new HttpResponse({
      statusCode: delivery.status,
      headers: { ...delivery.headers },
      body: responseBody(settings),
    });
  }

  #countAttempt({ serviceId, name }: SentOperation): number {
    const key = `${serviceId}:${name}`;
    const attempt = (this.#attempts.get(key) ?? 0) + 1;
    this.#attempts.set(key, attempt);
    return attempt;
  }
}
