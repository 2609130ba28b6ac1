import { expect, it } from 'vitest';

import { runInstance } from '../__fixtures__/instances.js';
import { input } from '../builder.js';
import { NotFoundError } from '../errors/not-found-error.js';
import { awsError, type FakeAws, fakeAws } from '../testing/index.js';
import { type RetryRule, retryWhile } from './retry-while.js';
import { task } from './task.js';

const busy = new Error('busy');
const rule: RetryRule<unknown> = { when: (error) => error === busy, pauseMs: 1_000, phase: 'waiting for nobody' };

/** Work that fails some times and then returns how often it was attempted; `at` is when. */
const failing = (
  aws: FakeAws,
  failures: number,
  error: unknown = busy,
): { at: number[]; work: () => Promise<number> } => {
  const at: number[] = [];
  const work = (): Promise<number> => {
    at.push(aws.clock.elapsedMs);
    return at.length > failures ? Promise.resolve(at.length) : Promise.reject(error);
  };
  return { at, work };
};

it('repeats what fails for the time being, with pauses on the clock of the session', async () => {
  await using aws = fakeAws();
  const { at, work } = failing(aws, 3);
  const pauseMs = (repeat: number): number => repeat * 100;
  expect(await retryWhile({ ...rule, pauseMs }, { session: aws.session }, work)).toBe(4);
  expect(at).toEqual([0, 100, 300, 600]);
});

it('throws any other error at once', async () => {
  await using aws = fakeAws();
  const other = new Error('other');
  const { at, work } = failing(aws, 3, other);
  await expect(retryWhile(rule, { session: aws.session }, work)).rejects.toBe(other);
  expect(at).toEqual([0]);
});

it('makes the last attempt at the end of its patience, and throws the error of that', async () => {
  await using aws = fakeAws();
  const { at, work } = failing(aws, 100);
  await expect(retryWhile({ ...rule, patienceMs: 2_500 }, { session: aws.session }, work)).rejects.toBe(busy);
  expect(at).toEqual([0, 1_000, 2_000, 2_500]);
});

it('makes no more attempts than the rule allows', async () => {
  await using aws = fakeAws();
  const { at, work } = failing(aws, 100);
  await expect(retryWhile({ ...rule, maxAttempts: 3 }, { session: aws.session }, work)).rejects.toBe(busy);
  expect(at).toEqual([0, 1_000, 2_000]);
});

it('repeats work whose result is not final, and returns the last result', async () => {
  await using aws = fakeAws();
  const repeat = (mostAttempts: number): Promise<number> =>
    retryWhile(
      { ...rule, whenResult: (result: number) => result < 4, maxAttempts: mostAttempts },
      { session: aws.session },
      failing(aws, 0).work,
    );
  expect(await repeat(2)).toBe(2);
  const { at, work } = failing(aws, 0);
  const startedAt = aws.clock.elapsedMs;
  const result = await retryWhile({ ...rule, whenResult: (count) => count < 3 }, { session: aws.session }, work);
  expect([result, at.map((ms) => ms - startedAt)]).toEqual([3, [0, 1_000, 2_000]]);
});

it('ends with the reason of an abort, in a pause and after an attempt', async () => {
  await using aws = fakeAws();
  const controller = new AbortController();
  const { signal } = controller;
  const call = retryWhile(
    { ...rule, pauseMs: () => (controller.abort('enough'), 1_000) },
    { session: aws.session, signal },
    failing(aws, 9).work,
  );
  await expect(call).rejects.toBe('enough');
  const late = failing(aws, 9);
  await expect(retryWhile(rule, { session: aws.session, signal }, late.work)).rejects.toBe(busy);
  expect(late.at).toHaveLength(1);
});

it('is named by the deadline that ends it, with the last error as its cause', async () => {
  await using aws = fakeAws({ answers: { RunInstances: awsError('InvalidInstanceID.NotFound', 'No such instance.') } });
  const launchPatiently = task(() => ({
    name: 'launchPatiently',
    input: input<object>({}),
    uses: [runInstance],
    run: (_input, options) =>
      retryWhile(
        { when: (error) => error instanceof NotFoundError, pauseMs: 400, phase: 'waiting until it can be launched' },
        options,
        () => runInstance({ imageId: 'ami-1' }, options),
      ),
  }));
  const call = launchPatiently({}, { session: aws.session, timeoutMs: 1_000 });
  await expect(call).rejects.toMatchObject({
    name: 'DeadlineError',
    phase: 'waiting until it can be launched',
    cause: { name: 'NotFoundError' },
  });
});
