import { describe, expect, it } from 'vitest';

import { describeInput } from './describe-input.js';
import { describePropagation } from './describe-propagation.js';
import { describeRequests } from './describe-requests.js';
import { awsWith, type LayerSamples, type Subject, subjectsOf } from './layer.js';
import { describeSecrets } from './secrets.js';

/** Tests what must be true of every exported function of a layer, so that a new function is tested without further work. */
export const describeContract = (exports: object, samples: LayerSamples): void => {
  for (const subject of subjectsOf(exports, samples)) {
    describe(subject.name, () => {
      describeInput(subject, samples);
      describeSecrets(subject, samples);
      if (samples.withoutRequest?.includes(subject.name)) describeWithoutRequest(subject, samples);
      else describeRequests(subject, samples);
      describePropagation(subject, samples);
    });
  }
};

/** Tests a function that sends no request. */
const describeWithoutRequest = (subject: Subject, samples: LayerSamples): void => {
  it('returns its result and sends nothing', async () => {
    await using aws = awsWith(samples);
    await expect(subject.call(subject.input, { session: aws.session })).resolves.not.toThrow();
    expect(aws.requests).toEqual([]);
  });

  it('rejects with the reason of an abort', async () => {
    await using aws = awsWith(samples);
    const reason = new Error('enough');
    await expect(subject.call(subject.input, { session: aws.session, signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
  });
};
