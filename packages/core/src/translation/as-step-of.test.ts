import { inspect, types } from 'node:util';

import { describe, expect, it } from 'vitest';

import { addNote } from '../errors/add-note.js';
import { asStepOf } from './as-step-of.js';
import { DeadlineError } from '../errors/deadline-error.js';
import { NotFoundError } from '../errors/not-found-error.js';
import { runUserFunction } from '../errors/run-user-function.js';

const caller = { name: 'runInstance', signal: undefined };
const notFound = (): NotFoundError =>
  new NotFoundError('describeImage: image ami-1 does not exist in this account and region.', {
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
      message: 'runInstance: describing the image: image ami-1 does not exist in this account and region.',
      cause: inner.cause,
    });
    expect(types.isNativeError(error)).toBe(true);
  });

  it('does not change the original error', () => {
    const inner = notFound();
    asStepOf(caller, inner);
    expect(inner).toMatchObject({
      operation: 'describeImage',
      message: expect.stringMatching(/^describeImage: /) as string,
    });
  });

  it('is printed with the new message and its notes', () => {
    const printed = inspect(addNote(asStepOf(caller, notFound()), 'It was not launched.'));
    expect(printed).toMatch(
      /^NotFoundError: runInstance: describing the image: image ami-1 does not exist in this account and region\. It was not launched\.\n {4}at /,
    );
    expect(printed).not.toContain('describeImage');
  });

  it('lists the steps of nested functions in one message', () => {
    const middle = asStepOf({ name: 'launchInstances', signal: undefined }, notFound());
    expect(asStepOf(caller, middle)).toMatchObject({
      operation: 'runInstance',
      message:
        'runInstance: launching the instances: describing the image: image ami-1 does not exist in this account and region.',
    });
  });

  it('does not repeat the name of the function as a step', () => {
    const own = new NotFoundError('runInstance: no.', { operation: 'runInstance' });
    expect(asStepOf(caller, own)).toBe(own);
    const many = new NotFoundError('runInstances: no.', { operation: 'runInstances' });
    expect(asStepOf(caller, many)).toMatchObject({ operation: 'runInstance', message: 'runInstance: no.' });
  });
});

describe('an error whose message starts with another name, or none', () => {
  it.each([
    ['the function that was called', 'runInstance: no.', 'describeImage', 'runInstance: no.'],
    [
      'no function, and no operation is set',
      'The transport is closed.',
      undefined,
      'runInstance: The transport is closed.',
    ],
    ['no function, but its operation is set', 'No.', 'describeImage', 'runInstance: describing the image: No.'],
  ])('is named once: %s', (_case, message, operation, expected) => {
    const error = asStepOf(caller, new NotFoundError(message, { operation }));
    expect(error).toMatchObject({ operation: 'runInstance', message: expected });
  });

  it('has no stack if the original has none', () => {
    const inner = notFound();
    delete inner.stack;
    expect(asStepOf(caller, inner)).toMatchObject({ message: expect.stringMatching(/^runInstance: desc/) as string });
  });
});

describe('values that are returned unchanged', () => {
  it.each([undefined, null, 'text', new Error('of something else')])('%s', (thrown) => {
    expect(asStepOf(caller, thrown)).toBe(thrown);
  });

  it('an error of a user-defined function', async () => {
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
      phase: 'waiting for a response',
    });
    expect(asStepOf({ name: 'inner', signal: AbortSignal.abort(reason) }, reason)).toBe(reason);
  });
});
