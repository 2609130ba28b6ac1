import { InvalidInputError } from '@arch/core';
import { awsNameOf, tokenMemberOf } from '@arch/core/builder';
import { expect, it } from 'vitest';

import { awsWith, type LayerSamples, operationsOf, type Subject } from './layer.js';

/** AWS's verbs of operations that have a second effect if the request is repeated, unless AWS recognizes the second request. */
const changesSomething =
  /^(?:Create|Run|Add|Send|Publish|Put|Invoke|Execute|BatchExecute|Begin|Commit|Start|Import|Copy|Restore|Request|Reboot|Allocate|Authorize|Attach|Associate|Register|Subscribe|Upload|Complete|Purge|Resume)/;

/** AWS's verbs of operations that describe one resource by its key. */
const describesOne = /^(?:Describe|Get)/;

/** AWS's verbs of operations after which a resource may no longer exist. */
const removesSomething = /^(?:Delete|Deregister|Release|Remove|Terminate)/;

/** Tests the declaration and the checks of the input. */
export const describeInput = (subject: Subject, samples: LayerSamples): void => {
  it('has the name of its export and declares the permissions that it requires', () => {
    expect(subject.declaration['name']).toBe(subject.name);
    expect(subject.permissions.length).toBeGreaterThan(0);
    for (const { action } of subject.permissions) expect(action).toMatch(/^[a-z0-9-]+:(?:[A-Z]\w+|connect)$/);
  });

  it('declares the effect of a repeated request if AWS has no idempotency token for it', () => {
    for (const each of operationsOf(subject.callable)) {
      const { name, command, repeatable, mutates } = each.declaration;
      if (mutates === false || !changesSomething.test(awsNameOf(command)) || tokenMemberOf(command) !== undefined)
        continue;
      expect(repeatable, `${name}: declare repeatable`).toBeDefined();
    }
  });

  it('declares the meaning of a response without the resource, and whether the resource exists after the call', () => {
    for (const { kind, declaration } of operationsOf(subject.callable)) {
      const { name, command, key, select, batch, absent, deletes } = declaration;
      const verb = awsNameOf(command);
      if (removesSomething.test(verb)) expect(deletes, `${name}: declare deletes`).toBeTypeOf('boolean');
      if (kind !== 'operation' || key === undefined || (select ?? batch) === undefined) continue;
      if (describesOne.test(verb)) expect(absent, `${name}: declare absent`).toMatch(/^(?:not-found|unexpected)$/);
    }
  });

  it('rejects malformed input in its own name and sends nothing', async () => {
    await using aws = awsWith(samples);
    for (const input of malformed(subject, samples)) {
      const error: unknown = await subject.call(input, { session: aws.session }).catch((thrown: unknown) => thrown);
      expect(error, JSON.stringify(input)).toBeInstanceOf(InvalidInputError);
      expect((error as Error).message).toMatch(/^\w+: /);
    }
    expect(aws.requests).toEqual([]);
  });

  it.each([{ timeoutMs: -1 }, { attemptTimeoutMs: Number.NaN }, { maxAttempts: 0 }, { signal: {} }, { retries: 3 }])(
    'rejects the option %o and sends nothing',
    async (option) => {
      await using aws = awsWith(samples);
      await expect(subject.call(subject.input, { session: aws.session, ...option })).rejects.toThrow(InvalidInputError);
      expect(aws.requests).toEqual([]);
    },
  );
};

/** Returns inputs that no function accepts, made from a valid input. */
const malformed = ({ name, input, declaration, kind }: Subject, { anyObjects }: LayerSamples): readonly unknown[] => {
  const key = declaration['key'] as string | undefined;
  const members: Record<string, unknown> =
    typeof input === 'string' ? (key ? { [key]: input } : {}) : (input as Record<string, unknown>);
  const wrong = Object.keys(members).flatMap((member) => [
    ...(anyObjects?.includes(`${name}.${member}`) ? [] : [{ ...members, [member]: { wrong: 1 } }]),
    { ...members, [member]: Symbol('wrong') },
  ]);
  const required = kind === 'listing' || Object.keys(members).length === 0 ? [] : [{}];
  return [
    null,
    5,
    true,
    ['a'],
    Symbol('a'),
    'x'.repeat(5_000),
    { ...members, noSuchMember: 'wrong' },
    { ...members, aws: { NoSuchMember: 1 } },
    ...required,
    ...wrong,
  ];
};
