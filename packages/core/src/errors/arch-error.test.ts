import { inspect } from 'node:util';

import { describe, expect, it } from 'vitest';

import * as ours from '../index.js';
import { AccessDeniedError } from './access-denied-error.js';
import { addNote } from './add-note.js';
import { ArchError } from './arch-error.js';
import { DeadlineError } from './deadline-error.js';
import { NotFoundError } from './not-found-error.js';
import { WaitError } from './wait-error.js';

/** Loads the module a second time, as a second copy of the package in the process. */
const copyOf = (path: string): Promise<Record<string, typeof ArchError>> => import(/* @vite-ignore */ `${path}?copy`);

const classes = Object.entries(ours).filter(
  (entry): entry is [string, typeof ArchError] => typeof entry[1] === 'function' && entry[1].prototype instanceof Error,
);

describe('an error class', () => {
  it('has the name of its export as its kind', () => {
    expect(classes.map(([name]) => name).sort()).toEqual(classes.map(([, type]) => type.kind).sort());
    expect(classes.length).toBeGreaterThan(14);
  });

  it.each(classes)('%s recognizes its own errors, and its superclasses do', (name, type) => {
    const details = { limit: 'call', limitMs: 1, phase: 'testing', elapsedMs: 1 } as never;
    const error = new type('It did not work.', details);
    const recognizing = classes.filter(([, other]) => error instanceof other).map(([other]) => other);
    const parents = classes.filter(([, other]) => Object.prototype.isPrototypeOf.call(other, type));
    expect(recognizing.sort()).toEqual([...parents.map(([parent]) => parent), name].sort());
    expect([error.name, String(error), error instanceof Error]).toEqual([name, `${name}: It did not work.`, true]);
  });

  it.each([undefined, null, 'NotFoundError', 5, {}, new Error('no'), { name: 'NotFoundError' }])(
    'does not recognize %s',
    (value) => {
      expect(value instanceof NotFoundError).toBe(false);
    },
  );

  it('recognizes errors of another copy of the package, and is recognized by it', async () => {
    const { ArchError: OtherRoot } = await copyOf('./arch-error.js');
    const { NotFoundError: OtherNotFound } = await copyOf('./not-found-error.js');
    expect([OtherRoot === ArchError, OtherNotFound === NotFoundError]).toEqual([false, false]);
    const error = new NotFoundError('gone');
    const other = new OtherNotFound!('gone');
    expect([error instanceof OtherNotFound!, error instanceof OtherRoot!]).toEqual([true, true]);
    expect([other instanceof NotFoundError, other instanceof ArchError, other instanceof WaitError]).toEqual([
      true,
      true,
      false,
    ]);
    expect(new OtherRoot!('root') instanceof NotFoundError).toBe(false);
  });

  it('can be extended by a user-defined class', () => {
    class GoneError extends NotFoundError {}
    const gone = new GoneError('gone');
    expect([gone instanceof GoneError, gone instanceof NotFoundError, gone instanceof ArchError]).toEqual([
      true,
      true,
      true,
    ]);
    expect(new NotFoundError('gone') instanceof GoneError).toBe(false);
    expect(gone.name).toBe('NotFoundError');
  });
});

describe('an error', () => {
  it('prints the members that are set, and no others', () => {
    const shown = inspect(new NotFoundError('gone', { operation: 'describeInstance', id: 'i-1' }));
    expect(shown).toMatch(/operation: 'describeInstance',\s+id: 'i-1',\s+retryable: false\s+}$/);
    expect(shown).not.toContain('undefined');
    expect(inspect(new WaitError('failed', { elapsedMs: 5 }))).not.toContain('undefined');
    expect(inspect(new AccessDeniedError('no', { action: 'ec2:StartInstances' }))).not.toContain('undefined');
  });

  it('keeps all its details', () => {
    const cause = new Error('below');
    const error = new DeadlineError('late', {
      limit: 'call',
      limitMs: 5,
      phase: 'connecting',
      attempts: 2,
      retryable: true,
      cause,
    });
    expect(error).toMatchObject({
      limit: 'call',
      limitMs: 5,
      phase: 'connecting',
      attempts: 2,
      retryable: true,
      cause,
    });
    expect(Object.hasOwn(new ArchError('alone'), 'cause')).toBe(false);
  });

  it("hides AWS's encoded message from logs", () => {
    const error = new AccessDeniedError('no', { encodedMessage: 'abcdef' });
    expect(error.encodedMessage).toBe('abcdef');
    expect(inspect(error)).not.toContain('abcdef');
    expect(JSON.stringify(error)).not.toContain('abcdef');
  });

  it('accepts a note about the steps that were done before it', () => {
    const error = new NotFoundError('The image does not exist.');
    expect(addNote(error, 'The key pair was created.')).toBe(error);
    expect(error.message).toBe('The image does not exist. The key pair was created.');
    const foreign = new Error('foreign');
    expect([addNote(foreign, 'no'), foreign.message]).toEqual([foreign, 'foreign']);
  });
});
