import { awsNameOf } from '@arch/core/builder';
import { awsError } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { awsWith, type LayerSamples, type OperationInfo, operationsOf, type Subject } from './layer.js';

const tooNew = awsError('ValidationException', 'The role arn:aws:iam::123456789012:role/web cannot be assumed.', {
  status: 400,
});

/** Tests that a call that passes a role is repeated while other services do not know the new role yet. */
export const describePropagation = (subject: Subject, samples: LayerSamples): void => {
  const operations = operationsOf(subject.callable);
  const passing = operations.filter(passesRole);
  if (passing.length > 0) {
    it('declares propagates because it passes a role', () => {
      for (const { declaration } of passing) {
        expect(declaration.propagates, `${declaration.name}: declare propagates`).toBeDefined();
      }
    });
  }
  const repeating = operations.filter(({ declaration }) => declaration.propagates);
  if (repeating.length === 0) return;
  it('is repeated while the service does not know a new role', async () => {
    const names = new Set(repeating.map(({ declaration }) => awsNameOf(declaration.command)));
    await using aws = awsWith(samples);
    for (const name of names) for (let n = 0; n < 3; n++) aws.once(name, tooNew);
    await expect(subject.call(subject.input, { session: aws.session })).resolves.not.toThrow();
    const sent = aws.requests.filter(({ operation }) => names.has(operation));
    if (sent.length === 0) return;
    expect(sent.length).toBeGreaterThan(3);
    expect(aws.clock.elapsedMs).toBeGreaterThan(2_000);
  });
};

const passesRole = ({ declaration }: OperationInfo): boolean =>
  declaration.permissions.some((each) => (typeof each === 'string' ? each : each.action) === 'iam:PassRole');
