import { awsError, type Answer, fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it, vi } from 'vitest';

import { awsWith, type LayerSamples, type Subject, subjectsOf } from '../layer.js';
import { sampleOf, seed } from '../random.js';
import { endpoints } from './endpoints.js';
import { recordRawRequests, type SentPart } from './raw-requests.js';
import { withFixedChance } from './with-fixed-chance.js';

/** Responses that are errors, for every operation. */
const failures: readonly (readonly [name: string, answer: Answer])[] = [
  ['a denial', awsError('AccessDeniedException', 'no', { status: 403 })],
  ['a throttled request', fault('throttle')],
  ['an unavailable service', fault('503')],
  ['an empty response', fault('empty')],
  ['a truncated response', fault('truncated')],
  ['a page of a proxy', fault('html-502')],
];

/** A difference that is wanted: they request small content again if the connection breaks. The SDK reads content after its last attempt. */
const requestContentAgain: ReadonlySet<string> = new Set(['getObjectBytes', 'getObjectJson', 'getObjectText']);

/**
 * Each function sends the same requests with and without the SDK's own middleware, byte for byte with the signature, and ends in the same way.
 * `npm test` tries one kind of endpoint and one failure with a third of the functions, the full matrix all of them.
 */
export const describePath = (exports: object, samples: LayerSamples): void => {
  describe('in comparison with the SDK', () => {
    withFixedChance();
    const all = subjectsOf(exports, samples);
    const subjects = sampleOf('path', all, Math.ceil(all.length / 3));
    for (const [region, environment] of sampleOf('endpoints', endpoints, 1)) {
      const title = [region, ...Object.keys(environment), `again: ARCH_SEED=${seed}`].join(', ');
      it.each(subjects.map((subject) => [subject.name, subject] as const))(
        `%s sends the same requests (${title})`,
        async (_name, subject) => {
          for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
          const sent = async (path?: 'sdk'): Promise<unknown> => {
            const { recorded, stop } = recordRawRequests();
            await using aws = fakeAws({ region, answers: samples.answers, session: { path } });
            // The second call uses what the first one has kept.
            const options = { session: aws.session };
            const ends = [await endOf(subject, options), await endOf(subject, options)];
            stop();
            // Concurrent requests are sent in any order.
            return { requests: recorded.toSorted(bySignature), ends };
          };
          expect(await sent()).toEqual(await sent('sdk'));
        },
      );
    }
    for (const [failure, answer] of sampleOf('failures', failures, 1)) {
      it.each(subjects.map((subject) => [subject.name, subject] as const))(
        `%s ends in the same way after ${failure} (again: ARCH_SEED=${seed})`,
        async (_name, subject) => {
          const ended = async (path?: 'sdk'): Promise<unknown> => {
            await using aws = awsWith(samples, answer, { path });
            // A wait would repeat its request for as long as a training job may take.
            const options = { session: aws.session, timeoutMs: 60_000 };
            // The second call uses what the first one has kept.
            return [await endOf(subject, options), await endOf(subject, options), aws.requests.length];
          };
          const [ours, sdk] = [await ended(), await ended('sdk')];
          if (failure !== 'a truncated response' || !requestContentAgain.has(subject.name)) expect(ours).toEqual(sdk);
          else
            expect([ours, sdk]).toMatchObject([
              [{ name: 'ConnectionError' }, { name: 'ConnectionError' }, 6],
              [{ name: 'ConnectionError' }, { name: 'ConnectionError' }, 2],
            ]);
        },
      );
    }
  });
};

const bySignature = (one: SentPart, other: SentPart): number =>
  (one.headers['authorization'] ?? '') < (other.headers['authorization'] ?? '') ? -1 : 1;

/** The result of a call, or all that its error says. */
const endOf = async ({ call, input }: Subject, options: object): Promise<unknown> => {
  try {
    return { result: await call(input, options) };
  } catch (error) {
    const { cause, stack: _stack, ...members } = error as Error & { readonly cause?: Error };
    return { ...members, name: (error as Error).name, message: (error as Error).message, cause: cause?.message };
  }
};
