import { type Answer, type AnswerFunction, type FakeAws, fakeAws, type RecordedRequest } from '@arch/core/testing';

import type { LayerSamples } from './layer.js';

/** How one request fails. */
export type Failing = (request: RecordedRequest) => Answer;

/** An AWS that answers everything well but one request, counted from 0, and every retry of that. */
export const awsFailingAt = ({ answers }: LayerSamples, at: number, failing: Failing): FakeAws => {
  let count = 0;
  let failed: string | undefined;
  const answerFor =
    (good: Answer | AnswerFunction): AnswerFunction =>
    (input, call) => {
      const { request } = call;
      // The SDK says which attempt it is.
      const isFirst = request.headers['amz-sdk-request']?.includes('attempt=1') ?? true;
      if (isFirst && count++ === at) failed = request.operation;
      else if (isFirst || request.operation !== failed) return typeof good === 'function' ? good(input, call) : good;
      return failing(request);
    };
  return fakeAws({
    answers: Object.fromEntries(Object.entries(answers).map(([name, good]) => [name, answerFor(good)])),
  });
};
