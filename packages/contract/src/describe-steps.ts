import { ArchError, DeadlineError, WaitError } from '@arch/core';
import { infoOf, stepOf } from '@arch/core/builder';
import { awsError, fault, type FakeAws, type RecordedRequest } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { awsFailingAt, type Failing } from './failing-at.js';
import { awsWith, type LayerSamples, type Subject, subjectsOf } from './layer.js';
import { sampleOf } from './random.js';
import { describeUndo } from './undo.js';

const failures: Readonly<Record<string, Failing>> = {
  'a denial': ({ service }) =>
    awsError(service === 'EC2' ? 'UnauthorizedOperation' : 'AccessDeniedException', 'No.', { status: 403 }),
  'an error of validation': () => awsError('ValidationException', 'Value is not valid.', { status: 400 }),
  'an outage': () => fault('500'),
  'a broken connection': () => fault('reset'),
  'a response that cannot be read': () => fault('garbage'),
};

/** Returns the options with a wait, if the function has one: most inner calls are made by waits. */
const optionsOf = ({ declaration }: Subject): object =>
  declaration['wait'] === undefined ? {} : { wait: { timeoutMs: 30_000 } };

const callsOthers = ({ kind, declaration }: Subject): boolean =>
  ['task', 'waiter', 'stream'].includes(kind) || declaration['wait'] !== undefined;

/** Tests what must be true of every function that calls other functions, for a failure of each of its requests, or, outside of the full matrix, of some. */
export const describeSteps = (exports: object, samples: LayerSamples): void => {
  const internal = internalNames(exports);
  it('describes every inner call in words', () => {
    for (const name of allNames(exports)) expect(stepOf(name), name).toMatch(/^[a-z]+ing(?: \w+)*$/);
    for (const name of allNames(exports)) expect(stepOf(name), name).not.toMatch(/[a-z][A-Z]/);
  });
  const thorough = { ...samples, inputs: { ...samples.inputs, ...samples.thorough } };
  for (const subject of subjectsOf(exports, thorough)) {
    if (!callsOthers(subject) || samples.withoutRequest?.includes(subject.name)) continue;
    describe(subject.name, () => {
      describeNames(subject, samples, internal);
      describeEnd(subject, samples);
      if (subject.kind === 'task') describeUndo(subject, samples);
    });
  }
};

const describeNames = (subject: Subject, samples: LayerSamples, internal: ReadonlySet<string>): void => {
  const { name } = subject;
  it.each(sampleOf(`${name}/steps`, Object.keys(failures), 1))(
    'begins its error with its own name and names no internal function, after %s',
    async (kind) => {
      for (const at of await positionsOf(subject, samples, kind)) {
        await using aws = awsFailingAt(samples, at, failures[kind]!);
        const error = await errorOf(subject, aws);
        if (error === undefined) continue;
        expect(error, `request ${at + 1}`).toBeInstanceOf(ArchError);
        const { operation, message } = error as ArchError;
        expect([operation, message.slice(0, name.length + 2)]).toEqual([name, `${name}: `]);
        expect(message.slice(name.length + 2), message).not.toMatch(new RegExp(`(?:^|[.:] )${name}: `));
        const members = Object.keys(typeof subject.input === 'object' ? (subject.input as object) : {});
        const words = message
          .match(/\b[a-z]+[A-Z]\w*\b(?! of @arch)/g)
          ?.filter((word) => internal.has(word) && !members.includes(word));
        expect(words ?? [], message).toEqual([]);
        await expectNoRequests(aws);
      }
    },
  );
};

const describeEnd = (subject: Subject, samples: LayerSamples): void => {
  it('names the phase of its inner call in the DeadlineError, and sends nothing afterwards', async () => {
    for (const at of await positionsOf(subject, samples, 'deadline')) {
      let isReached = false;
      await using aws = awsFailingAt(samples, at, () => {
        isReached = true;
        return fault('hang');
      });
      const error = await errorOf(subject, aws, { timeoutMs: 20_000 });
      // A wait may make one check less this time, and requests after its failure are undo requests.
      if (error === undefined || !isReached || error instanceof WaitError) continue;
      expect(error, `request ${at + 1}`).toBeInstanceOf(DeadlineError);
      const { operation, phase, attempts, message } = error as DeadlineError;
      expect(operation).toBe(subject.name);
      expect(message.startsWith(`${subject.name}: `), message).toBe(true);
      if (subject.kind !== 'stream') expect(phase, message).not.toBe('running the task');
      if (subject.kind !== 'stream') expect(attempts, message).toBeGreaterThan(0);
      await expectNoRequests(aws);
    }
  });

  // The requests of a stream after an abort may fail for another reason.
  if (subject.kind === 'stream') return;
  it('rejects with the reason of an abort, unchanged, and sends nothing afterwards', async () => {
    for (const at of await positionsOf(subject, samples, 'abort')) {
      const giveUp = new AbortController();
      const reason = new DeadlineError('of the caller', { limit: 'call', limitMs: 1, phase: 'x' });
      await using aws = awsFailingAt(samples, at, () => {
        giveUp.abort(reason);
        return fault('hang');
      });
      const error = await errorOf(subject, aws, { signal: giveUp.signal });
      if (error === undefined || !giveUp.signal.aborted || error instanceof WaitError) continue;
      expect(error, `request ${at + 1}`).toBe(reason);
      await expectNoRequests(aws);
    }
  });
};

const expectNoRequests = async (aws: FakeAws): Promise<void> => {
  const before = aws.requests.length;
  await aws.clock.advance(60_000);
  expect(aws.requests.slice(before).map(({ operation }: RecordedRequest) => operation)).toEqual([]);
};

const errorOf = (subject: Subject, aws: FakeAws, options: object = {}): Promise<unknown> =>
  subject.call(subject.input, { session: aws.session, ...optionsOf(subject), ...options }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );

/** Returns the number of requests of a successful call, at most 8: further requests of a wait are the same. */
const requestsOf = async (subject: Subject, samples: LayerSamples): Promise<number> => {
  await using aws = awsWith(samples);
  await errorOf(subject, aws);
  return Math.min(aws.requests.length, 8);
};

/** Returns the positions of the requests that fail: some, which depend on the seed, or all in the full matrix. */
const positionsOf = async (subject: Subject, samples: LayerSamples, kind: string): Promise<readonly number[]> =>
  sampleOf(`${subject.name}/${kind}`, [...Array(await requestsOf(subject, samples)).keys()], 1);

interface Named {
  readonly name: string;
  readonly uses?: readonly unknown[];
}

const namesIn = (callable: unknown): readonly string[] => {
  const { name, uses = [] } = (infoOf(callable)?.declaration ?? { name: '' }) as Named;
  return name === '' ? [] : [name, ...uses.flatMap(namesIn)];
};

const allNames = (exports: object): ReadonlySet<string> => new Set(Object.values(exports).flatMap(namesIn));

const internalNames = (exports: object): ReadonlySet<string> =>
  new Set([...allNames(exports)].filter((name) => !(name in exports)));
