import { InvalidInputError } from '@arch/core';
import { fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  disableSnapshotBlockPublicAccess,
  enableSnapshotBlockPublicAccess,
  getSnapshotBlockPublicAccessState,
} from './index.js';

it('blocks all sharing by default, reports the state, and ends the block', async () => {
  await using aws = fakeAws({
    answers: {
      EnableSnapshotBlockPublicAccess: { State: 'block-all-sharing' },
      GetSnapshotBlockPublicAccessState: { State: 'block-all-sharing', ManagedBy: 'account' },
      DisableSnapshotBlockPublicAccess: { State: 'unblocked' },
    },
  });
  const { session } = aws;
  expect((await enableSnapshotBlockPublicAccess({}, { session })).state).toBe('block-all-sharing');
  expect(aws.requests[0]?.input).toEqual({ State: 'block-all-sharing' });
  expect(await getSnapshotBlockPublicAccessState({}, { session })).toMatchObject({ managedBy: 'account' });
  expect((await disableSnapshotBlockPublicAccess({}, { session })).state).toBe('unblocked');
});

it('does not accept unblocked as a block', async () => {
  await using aws = fakeAws();
  const call = enableSnapshotBlockPublicAccess({ state: 'unblocked' as never }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  expect(aws.requests).toEqual([]);
});
