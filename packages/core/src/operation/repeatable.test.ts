import { RunInstancesCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';

import { ec2 } from '../__fixtures__/instances.js';
import { input, nothing, operation, type Operation, z } from '../builder.js';
import { awsError, fakeAws, fault, type FaultName } from '../testing/index.js';

const launchOnce: Operation<string | { readonly imageId: string }, void> = operation(() => ({
  name: 'launchOnce',
  service: ec2,
  command: RunInstancesCommand,
  permissions: ['ec2:RunInstances'],
  key: 'imageId',
  input: input<{ readonly imageId: string }>({ imageId: z.string() }),
  output: nothing(),
  request: () => ({ MinCount: 1, MaxCount: 1 }),
  repeatable: false,
}));

const note = 'AWS may have done it all the same, so it was not sent again.';

describe('a call that must not be made twice', () => {
  it.each<FaultName>(['500', 'reset', 'truncated', 'close-mid-body', 'garbage', 'hang', 'empty'])(
    'is sent once where %s leaves open whether AWS has done it, and says so',
    async (kind) => {
      await using aws = fakeAws({ answers: { RunInstances: fault(kind) } });
      await expect(launchOnce('ami-1', { session: aws.session, timeoutMs: 120_000 })).rejects.toThrow(note);
      expect(aws.requests).toHaveLength(1);
    },
  );

  it.each<FaultName>(['throttle', 'refused'])('is sent again after %s: AWS has not done it', async (kind) => {
    await using aws = fakeAws({ answers: { RunInstances: {} } });
    aws.once('RunInstances', fault(kind));
    await launchOnce('ami-1', { session: aws.session });
    expect(aws.requests).toHaveLength(2);
  });

  it('that AWS refuses says nothing of the kind', async () => {
    await using aws = fakeAws({ answers: { RunInstances: awsError('InvalidAMIID.NotFound', 'no such image') } });
    await expect(launchOnce('ami-1', { session: aws.session })).rejects.not.toThrow(note);
    expect(aws.requests).toHaveLength(1);
  });
});
