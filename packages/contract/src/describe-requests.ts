import { AccessDeniedError, ArchError, DeadlineError, ServiceError, ThrottledError } from '@arch/core';
import { awsError, fault, type FaultName } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { awsFor, awsWith, type LayerSamples, type Subject } from './layer.js';
import { sampleOf } from './random.js';
import { firstOperation, sentBy } from './sent-by.js';

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

/** Tests a function with AWS's responses, with errors and with failed connections. */
export const describeRequests = (subject: Subject, samples: LayerSamples): void => {
  it('sends requests and accepts the responses', async () => {
    await using aws = awsWith(samples);
    await expect(subject.call(subject.input, { session: aws.session })).resolves.not.toThrow();
    expect(aws.requests.length).toBeGreaterThan(0);
  });

  it('throws AccessDeniedError with the missing action and the statement to add', async () => {
    await using aws = await awsFor(subject, samples, 'denial', (_input, { request }) => {
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

  it('retries throttling, and publishes each retry', async () => {
    await using aws = await awsFor(subject, samples, 'throttling');
    const first = await firstOperation(subject, samples);
    aws.once(first, fault('throttle'));
    aws.once(first, fault('throttle'));
    const retries: unknown[] = [];
    const expectedType = subject.kind === 'consumer' ? 'warning' : 'retry';
    const onEvent = (event: { type: string }): void => void (event.type === expectedType && retries.push(event));
    await subject.call(subject.input, { session: aws.session, onEvent });
    expect(retries).toHaveLength(2);
  });

  // A wait continues until its deadline, a consumer until it is stopped. `npm test` tries a third of the other functions.
  const isTried = sampleOf(`${subject.name}/throttled`, [true, false, false], 1).includes(true);
  if (isTried && subject.kind !== 'waiter' && subject.kind !== 'consumer') describeThrottling(subject, samples);

  it.each(sampleOf(`${subject.name}/faults`, faults, 2))(
    'after the fault %s, succeeds or throws an ArchError',
    async (kind) => {
      await using aws = await awsFor(subject, samples, `${kind} once`);
      aws.once(await firstOperation(subject, samples), fault(kind));
      const outcome: unknown = await subject
        .call(subject.input, { session: aws.session })
        .catch((thrown: unknown) => thrown);
      if (outcome instanceof Error) {
        expect(outcome).toBeInstanceOf(ArchError);
        expect((outcome as ArchError).operation).toBeTruthy();
      }
      await using broken = await awsFor(subject, samples, kind, fault(kind));
      // A response without members may have no body, and a body that is not read may contain anything.
      if (['empty', 'wrong-length'].includes(kind) && (await hasOnlyEmptyResponses(subject, samples))) return;
      if (['empty', 'wrong-length', 'garbage'].includes(kind) && (await hasNoDocuments(subject, samples))) return;
      await expect(subject.call(subject.input, { session: broken.session, timeoutMs: 30_000 })).rejects.toThrow(
        ArchError,
      );
    },
  );

  it.each(sampleOf(`${subject.name}/hanging`, ['hang', 'hang-mid-body'] as const, 1))(
    'throws DeadlineError at its deadline if the response has the fault %s',
    async (kind) => {
      await using aws = await awsFor(subject, samples, kind, fault(kind));
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
    await using hanging = await awsFor(subject, samples, 'abort', () => {
      giveUp.abort(reason);
      return fault('hang');
    });
    await expect(subject.call(subject.input, { session: hanging.session, signal: giveUp.signal })).rejects.toBe(reason);
    expect(hanging.requests).toHaveLength(1);
  });
};

const describeThrottling = (subject: Subject, samples: LayerSamples): void => {
  it('throws ThrottledError after the last attempt', async () => {
    await using throttling = await awsFor(subject, samples, 'throttled', fault('throttle'));
    const error = await subject.call(subject.input, { session: throttling.session }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(throttling.requests[0]?.method === 'HEAD' ? ServiceError : ThrottledError);
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

/** Whether none of AWS's responses to a call has members. */
const hasOnlyEmptyResponses = async (subject: Subject, samples: LayerSamples): Promise<boolean> =>
  (await sentBy(subject, samples)).every((operation) => JSON.stringify(samples.answers[operation]) === '{}');

/** Whether none of AWS's responses to a call contains a document. */
const hasNoDocuments = async (subject: Subject, samples: LayerSamples): Promise<boolean> =>
  (await sentBy(subject, samples)).every((operation) => samples.withoutDocument?.includes(operation));
