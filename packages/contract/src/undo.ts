import { awsError, fault, type FakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { awsFailingAt, type Failing } from './failing-at.js';
import { awsWith, type LayerSamples, type Subject } from './layer.js';

const denied: Failing = ({ service }) =>
  awsError(service === 'EC2' ? 'UnauthorizedOperation' : 'AccessDeniedException', 'No.', { status: 403 });

/** Returns a pattern of the AWS operations that undo an operation; `undefined` if it needs no undo. */
const undoneBy = (operation: string): RegExp | undefined => {
  const special: Readonly<Record<string, RegExp>> = {
    AddPermission: /^RemovePermission$/,
    BeginTransaction: /^RollbackTransaction$/,
    BatchExecuteStatement: /^CancelStatement$/,
    CreateMultipartUpload: /^AbortMultipartUpload$/,
    ExecuteStatement: /^CancelStatement$/,
    StopInstances: /^StartInstances$/,
  };
  const made = /^(?:Create|Register|Import|Allocate)(.+)$/.exec(operation)?.[1];
  return special[operation] ?? (made === undefined ? undefined : new RegExp(`^(?:Delete|Deregister|Release)${made}$`));
};

const isLeftWords =
  /\bis left\b|could not be put back|could not be rolled back|may still|may (?:exist|run|be open)|is kept|still allows/;

/** Tests that a task undoes its steps if a later request fails, or names in its error what is left. */
export const describeUndo = (subject: Subject, samples: LayerSamples): void => {
  it.each<[string, Failing]>([
    ['is denied', denied],
    ['breaks', () => fault('reset')],
    ['hangs', () => fault('hang')],
  ])('undoes its steps, or names what is left, if a later request %s', async (_kind, failing) => {
    for (const at of (await sentBy(subject, samples)).keys()) {
      await using aws = awsFailingAt(samples, at, failing);
      const error = await errorOf(subject, aws);
      if (!(error instanceof Error)) continue;
      const sent = aws.requests.map(({ operation }) => operation);
      for (const [index, made] of sent.slice(0, at).entries()) {
        const undo = undoneBy(made);
        const isUndone = !undo || isLeftWords.test(error.message) || sent.slice(index).some((each) => undo.test(each));
        expect(isUndone, `${made} stays after ${sent.join(', ')}: ${error.message}`).toBe(true);
      }
    }
  });

  it('names the resource that may exist if the response to its creation is lost', async () => {
    for (const [at, operation] of (await sentBy(subject, samples)).entries()) {
      if (!/^(?:Create|Run|BeginTransaction)/.test(operation)) continue;
      await using aws = awsFailingAt(samples, at, () => fault('hang'));
      const error = await errorOf(subject, aws);
      if (!(error instanceof Error)) continue;
      const sent = aws.requests.map((request) => request.operation).slice(at);
      const isUndone = sent.some((each) => undoneBy(operation)?.test(each));
      if (!isUndone) expect(error.message).toMatch(/may (?:exist|have been|be open|still)/);
    }
  });
};

const errorOf = (subject: Subject, aws: FakeAws): Promise<unknown> =>
  subject.call(subject.input, { session: aws.session, timeoutMs: 90_000 }).catch((thrown: unknown) => thrown);

const sentBy = async (subject: Subject, samples: LayerSamples): Promise<readonly string[]> => {
  await using aws = awsWith(samples);
  await subject.call(subject.input, { session: aws.session });
  return aws.requests.map(({ operation }) => operation);
};
