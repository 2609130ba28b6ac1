import { fault } from '@arch/core/testing';
import { describe, expect, it, vi } from 'vitest';

import { replacedTimers } from '../../core/src/__fixtures__/replaced-timers.js';
import { awsWith, type LayerSamples, subjectsOf } from './layer.js';

/** Tests that every function returns under the fake timers of a test, also if each of its requests is throttled once. */
export const describeFakeTimers = (exports: object, samples: LayerSamples): void => {
  describe('under the fake timers of a test', () => {
    for (const { name, call, input } of subjectsOf(exports, samples)) {
      it(`${name} returns after retries`, async () => {
        await using aws = awsWith(samples);
        for (const operation of Object.keys(samples.answers)) aws.once(operation, fault('throttle'));
        vi.useFakeTimers({ toFake: [...replacedTimers] });
        try {
          await expect(call(input, { session: aws.session })).resolves.not.toThrow();
        } finally {
          vi.useRealTimers();
        }
      });
    }
  });
};
