import {
  AccessDeniedError,
  ArchError,
  DeadlineError,
  InvalidInputError,
  ServiceError,
  ThrottledError,
} from '@arch/core';
import { awsNameOf, tokenMemberOf } from '@arch/core/builder';
import { awsError, fault, type FaultName } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { awsWith, type LayerSamples, operationsOf, type Subject, subjectsOf } from './layer.js';
import { sampleOf } from './random.js';
import { describePropagation } from './describe-propagation.js';
import { describeSecrets } from './secrets.js';

/** AWS's verbs of operations that have a second effect if the request is repeated, unless AWS recognizes the second request. */
const changesSomething =
  /^(?:Create|Run|Add|Send|Publish|Put|Invoke|Execute|BatchExecute|Begin|Commit|Start|Import|Copy|Restore|Request|Reboot|Allocate|Authorize|Attach|Associate|Register|Subscribe|Upload|Complete|Purge|Resume)/;

/** AWS's verbs of operations that describe one resource by its key. */
const describesOne = /^(?:Describe|Get)/;

/** AWS's verbs of operations after which a resource may no longer exist. */
const removesSomething = /^(?:Delete|Deregister|Release|Remove|Terminate)/;

const denial = (action: string): string =>
  `You are not authorized to perform this operation. User: arn:aws:iam::123456789012:user/me is not authorized to perform: ${action} on ` +
  `resource: arn:aws:ec2:eu-west-1:123456789012:instance/i-1 because no identity-based policy allows the ${action} action. ` +
  'Encoded authorization failure message: AbCdEf';

const faults: readonly FaultName[] = [
  '500',
  '503',
  'reset',
  'empty',
  'garbage',
  'html-502',
  'truncated',
  'close-mid-body',
  'wrong-length',
  'refused',
];

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

/** Tests the declaration and the checks of the input. */
const describeInput = (subject: Subject, samples: LayerSamples): void => {
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

/** Tests a function with AWS's responses, with errors and with failed connections. */
const describeRequests = (subject: Subject, samples: LayerSamples): void => {
  it('sends requests and accepts the responses', async () => {
    await using aws = awsWith(samples);
    await expect(subject.call(subject.input, { session: aws.session })).resolves.not.toThrow();
    expect(aws.requests.length).toBeGreaterThan(0);
  });

  it('throws AccessDeniedError with the missing action and the statement to add', async () => {
    await using aws = awsWith(samples, (_input, { request }) => {
      const action =
        subject.permissions.find((each) => each.action.endsWith(`:${request.operation}`))?.action ??
        subject.permissions[0]!.action;
      return awsError(request.service === 'EC2' ? 'UnauthorizedOperation' : 'AccessDeniedException', denial(action), {
        status: 403,
      });
    });
    const error: unknown = await subject
      .call(subject.input, { session: aws.session })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AccessDeniedError);
    const { action, statement, encodedMessage, message } = error as AccessDeniedError;
    expect(subject.permissions.map((each) => each.action)).toContain(action);
    // The response to HEAD has no message, so the reason may be another one than a missing permission. One other request may follow HEAD.
    if (aws.requests.at(-1)?.method === 'HEAD') expect(statement).toBeUndefined();
    else {
      expect(statement).toMatchObject({ Effect: 'Allow', Action: action });
      expect(encodedMessage).toBe('AbCdEf');
    }
    expect(message).toContain(action);
    for (const isHead of [true, false])
      expect(aws.requests.filter(({ method }) => (method === 'HEAD') === isHead).length).toBeLessThanOrEqual(1);
  });

  it('retries throttling, publishes each retry, then throws ThrottledError', async () => {
    await using aws = awsWith(samples);
    const first = await firstOperation(subject, samples);
    aws.once(first, fault('throttle'));
    aws.once(first, fault('throttle'));
    const retries: unknown[] = [];
    const expectedType = subject.kind === 'consumer' ? 'warning' : 'retry';
    const onEvent = (event: { type: string }): void => void (event.type === expectedType && retries.push(event));
    await subject.call(subject.input, { session: aws.session, onEvent });
    expect(retries).toHaveLength(2);
    // A wait continues until its deadline, a consumer until it is stopped.
    if (subject.kind === 'waiter' || subject.kind === 'consumer') return;
    await using throttling = awsWith(samples, fault('throttle'));
    const error = await subject.call(subject.input, { session: throttling.session }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(throttling.requests[0]?.method === 'HEAD' ? ServiceError : ThrottledError);
  });

  it.each(sampleOf(`${subject.name}/faults`, faults, 3))(
    'after the fault %s, succeeds or throws an ArchError',
    async (kind) => {
      await using aws = awsWith(samples);
      aws.once(await firstOperation(subject, samples), fault(kind));
      const outcome: unknown = await subject
        .call(subject.input, { session: aws.session })
        .catch((thrown: unknown) => thrown);
      if (outcome instanceof Error) {
        expect(outcome).toBeInstanceOf(ArchError);
        expect((outcome as ArchError).operation).toBeTruthy();
      }
      await using broken = awsWith(samples, fault(kind));
      // A response without members may have no body, and a body that is not read may contain anything.
      if (['empty', 'wrong-length'].includes(kind) && (await hasOnlyEmptyResponses(subject, samples))) return;
      if (['empty', 'wrong-length', 'garbage'].includes(kind) && (await hasNoDocuments(subject, samples))) return;
      await expect(subject.call(subject.input, { session: broken.session, timeoutMs: 30_000 })).rejects.toThrow(
        ArchError,
      );
    },
  );

  it.each(['hang', 'hang-mid-body'] as const)(
    'throws DeadlineError at its deadline if the response has the fault %s',
    async (kind) => {
      await using aws = awsWith(samples, fault(kind));
      await expect(subject.call(subject.input, { session: aws.session, timeoutMs: 90_000 })).rejects.toThrow(
        DeadlineError,
      );
    },
  );

  if (subject.kind === 'consumer') return describeStop(subject, samples);
  it('rejects with the reason of an abort before and during the call', async () => {
    await using aws = awsWith(samples, fault('hang'));
    const reason = new Error('enough');
    await expect(subject.call(subject.input, { session: aws.session, signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
    expect(aws.requests).toEqual([]);
    const giveUp = new AbortController();
    aws.on(await firstOperation(subject, samples), () => {
      giveUp.abort(reason);
      return fault('hang');
    });
    await expect(subject.call(subject.input, { session: aws.session, signal: giveUp.signal })).rejects.toBe(reason);
    expect(aws.requests).toHaveLength(1);
  });
};

/** Tests the end of a consumer, which works until it is stopped. */
const describeStop = (subject: Subject, samples: LayerSamples): void => {
  it('stops and resolves after an abort before and during the call', async () => {
    await using aws = awsWith(samples, fault('hang'));
    await subject.call(subject.input, { session: aws.session, signal: AbortSignal.abort() });
    expect(aws.requests).toEqual([]);
    const stop = new AbortController();
    aws.on(await firstOperation(subject, samples), () => {
      stop.abort();
      return fault('hang');
    });
    await subject.call(subject.input, { session: aws.session, signal: stop.signal });
    expect(aws.requests).toHaveLength(1);
  });
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

/** Whether none of AWS's responses to a call has members. */
const hasOnlyEmptyResponses = async (subject: Subject, samples: LayerSamples): Promise<boolean> =>
  (await sentBy(subject, samples)).every((operation) => JSON.stringify(samples.answers[operation]) === '{}');

/** Whether none of AWS's responses to a call contains a document. */
const hasNoDocuments = async (subject: Subject, samples: LayerSamples): Promise<boolean> =>
  (await sentBy(subject, samples)).every((operation) => samples.withoutDocument?.includes(operation));

/** Returns the AWS operation that a call sends first. */
const firstOperation = async (subject: Subject, samples: LayerSamples): Promise<string> =>
  (await sentBy(subject, samples))[0]!;

/** Returns the AWS operations that a successful call sends. Makes the call only once. */
const sentBy = (subject: Subject, samples: LayerSamples): Promise<readonly string[]> => {
  const known = sent.get(subject) ?? findSent(subject, samples);
  sent.set(subject, known);
  return known;
};
const sent = new WeakMap<Subject, Promise<readonly string[]>>();

const findSent = async (subject: Subject, samples: LayerSamples): Promise<readonly string[]> => {
  await using aws = awsWith(samples);
  await subject.call(subject.input, { session: aws.session });
  return aws.requests.map(({ operation }) => operation);
};
