import { type Answer, type AnswerFunction, type FakeAws, fakeAws, type RecordedRequest } from '@arch/core/testing';

import type { LayerSamples } from './layer.js';
import { path } from './random.js';

/** Returns the failure of one request. */
export type Failing = (request: RecordedRequest) => Answer;

/** Creates a fake AWS in which one request, counted from 0, and every retry of it fail. All other requests succeed. */
export const awsFailingAt = ({ answers }: LayerSamples, at: number, failing: Failing): FakeAws => {
  let count = 0;
  let failed: string | undefined;
  const answerFor =
    (good: Answer | AnswerFunction): AnswerFunction =>
    (input, call) => {
      const { request } = call;
      // The SDK sends the number of the attempt in this header.
      const isFirst = request.headers['amz-sdk-request']?.includes('attempt=1') ?? true;
      if (isFirst && count++ === at) failed = request.operation;
      else if (isFirst || request.operation !== failed) return typeof good === 'function' ? good(input, call) : good;
      return failing(request);
    };
  return fakeAws({
    session: { path },
    answers: Object.fromEntries(Object.entries(answers).map(([name, good]) => [name, answerFor(good)])),
  });
};
