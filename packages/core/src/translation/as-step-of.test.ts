import { inspect, types } from 'node:util';

import { describe, expect, it } from 'vitest';

import { addNote } from '../errors/add-note.js';
import { asStepOf } from './as-step-of.js';
import { DeadlineError } from '../errors/deadline-error.js';
import { NotFoundError } from '../errors/not-found-error.js';
import { runUserFunction } from '../errors/run-user-function.js';

const caller = { name: 'runInstance', signal: undefined };
const notFound = (): NotFoundError =>
  new NotFoundError('describeImage: image ami-1 does not exist here.', {
    operation: 'describeImage',
    id: 'ami-1',
    status: 400,
    cause: new Error('why'),
  });

describe('an error of an inner call', () => {
  it('names the function that the user called, then the step', () => {
    const inner = notFound();
    const error = asStepOf(caller, inner);
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).toMatchObject({
      name: 'NotFoundError',
      operation: 'runInstance',
      id: 'ami-1',
      status: 400,
      retryable: false,
      message: 'runInstance: describing the image: image ami-1 does not exist here.',
      cause: inner.cause,
    });
    expect(types.isNativeError(error)).toBe(true);
  });

  it('stays as it was for those who have it already', () => {
    const inner = notFound();
    asStepOf(caller, inner);
    expect(inner).toMatchObject({
      operation: 'describeImage',
      message: expect.stringMatching(/^describeImage: /) as string,
    });
  });

  it('is printed as it reads, with its notes', () => {
    const printed = inspect(addNote(asStepOf(caller, notFound()), 'It was not launched.'));
    expect(printed).toMatch(
      /^NotFoundError: runInstance: describing the image: image ami-1 does not exist here\. It was not launched\.\n {4}at /,
    );
    expect(printed).not.toContain('describeImage');
  });

  it('makes one chain of nested functions', () => {
    const middle = asStepOf({ name: 'launchInstances', signal: undefined }, notFound());
    expect(asStepOf(caller, middle)).toMatchObject({
      operation: 'runInstance',
      message: 'runInstance: launching the instances: describing the image: image ami-1 does not exist here.',
    });
  });

  it('is not repeated where a step has the name of its function', () => {
    const own = new NotFoundError('runInstance: no.', { operation: 'runInstance' });
    expect(asStepOf(caller, own)).toBe(own);
    const many = new NotFoundError('runInstances: no.', { operation: 'runInstances' });
    expect(asStepOf(caller, many)).toMatchObject({ operation: 'runInstance', message: 'runInstance: no.' });
  });
});

describe('an error whose message names something else', () => {
  it.each([
    ['the function that was called', 'runInstance: no.', 'describeImage', 'runInstance: no.'],
    ['no function, and it knows none', 'The transport is closed.', undefined, 'runInstance: The transport is closed.'],
    ['no function, and it knows the step', 'No.', 'describeImage', 'runInstance: describing the image: No.'],
  ])('is told once, where that is %s', (_what, message, operation, told) => {
    const error = asStepOf(caller, new NotFoundError(message, { operation }));
    expect(error).toMatchObject({ operation: 'runInstance', message: told });
  });

  it('is told without a stack where it has none', () => {
    const inner = notFound();
    delete inner.stack;
    expect(asStepOf(caller, inner)).toMatchObject({ message: expect.stringMatching(/^runInstance: desc/) as string });
  });
});

describe('what passes unchanged', () => {
  it.each([undefined, null, 'text', new Error('of something else')])('%s', (thrown) => {
    expect(asStepOf(caller, thrown)).toBe(thrown);
  });

  it('an error of a function that the caller has passed', async () => {
    const error = notFound();
    await expect(runUserFunction(() => Promise.reject(error))).rejects.toBe(error);
    expect(asStepOf(caller, error)).toBe(error);
    await expect(
      runUserFunction(() => {
        throw error;
      }),
    ).rejects.toBe(error);
  });

  it('the reason of the caller’s signal', () => {
    const reason = new DeadlineError('outer: late', {
      operation: 'outer',
      limit: 'call',
      limitMs: 1,
      phase: 'waiting for an answer',
    });
    expect(asStepOf({ name: 'inner', signal: AbortSignal.abort(reason) }, reason)).toBe(reason);
  });
});
