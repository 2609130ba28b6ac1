import { expectTypeOf, test } from 'vitest';

import { input, z } from '../builder.js';
import { goalWaiter, type GoalWaiter } from './goal-waiter.js';
import { waiter, type Waiter } from './waiter.js';

interface Volume {
  readonly volumeId: string;
  readonly sizeGiB: number;
}

const volumeGoals = ['available', 'in-use', 'deleted'] as const;
type VolumeGoal = (typeof volumeGoals)[number];

interface WaitForVolumeInput {
  readonly volumeId: string;
  readonly state: VolumeGoal;
}

const waitForVolume: GoalWaiter<WaitForVolumeInput, { available: Volume; 'in-use': Volume; deleted: void }> =
  goalWaiter(() => ({
    name: 'waitForVolume',
    key: 'volumeId',
    input: input<WaitForVolumeInput>({ volumeId: z.string(), state: z.enum(volumeGoals) }),
    absent: 'deleted',
    uses: [],
    look: ({ volumeId, state }) => {
      expectTypeOf(state).toEqualTypeOf<VolumeGoal>();
      return Promise.resolve({ verdict: 'reached', state, value: { volumeId, sizeGiB: 1 } });
    },
  }));

test('a wait resolves with what its goal has', async () => {
  const { sizeGiB } = await waitForVolume({ volumeId: 'vol-1', state: 'available' });
  expectTypeOf(sizeGiB).toEqualTypeOf<number>();
  expectTypeOf(waitForVolume({ volumeId: 'vol-1', state: 'in-use' })).resolves.toEqualTypeOf<Volume>();
  expectTypeOf(waitForVolume({ volumeId: 'vol-1', state: 'deleted' })).resolves.toEqualTypeOf<void>();
});

test('a goal that is one of several at compile time has any of their outputs', () => {
  const wait = (state: VolumeGoal): Promise<Volume | void> => waitForVolume({ volumeId: 'vol-1', state });
  const waitToUse = (state: 'available' | 'in-use'): Promise<Volume> => waitForVolume({ volumeId: 'vol-1', state });
  const waitFor = (goal: WaitForVolumeInput): Promise<Volume | void> => waitForVolume(goal);
  expectTypeOf(wait).returns.resolves.toEqualTypeOf<Volume | void>();
  expectTypeOf(waitToUse).returns.resolves.toEqualTypeOf<Volume>();
  expectTypeOf(waitFor).returns.resolves.toEqualTypeOf<Volume | void>();
  expectTypeOf(
    waitForVolume({ volumeId: 'vol-1', state: 'available' as VolumeGoal }),
  ).resolves.toEqualTypeOf<Volume | void>();
});

test('a goal that does not exist, a missing goal and a further member are errors', () => {
  // @ts-expect-error: no such goal.
  void waitForVolume({ volumeId: 'vol-1', state: 'attached' });
  // @ts-expect-error: the goal is missing.
  void waitForVolume({ volumeId: 'vol-1' });
  // @ts-expect-error: no such member.
  void waitForVolume({ volumeId: 'vol-1', state: 'available', until: 'later' });
});

test('every goal has an output', () => {
  // @ts-expect-error: in-use is missing.
  expectTypeOf<GoalWaiter<WaitForVolumeInput, { available: Volume; deleted: void }>>().toBeFunction();
});

test('the goal without an output is declared', () => {
  const { name, key, uses } = { name: 'waitForVolume', key: 'volumeId', uses: [] } as const;
  const fields = input<WaitForVolumeInput>({ volumeId: z.string(), state: z.enum(volumeGoals) });
  const value = { volumeId: 'vol-1', sizeGiB: 1 };
  type Volumes = GoalWaiter<WaitForVolumeInput, { available: Volume; 'in-use': Volume; deleted: void }>;
  // @ts-expect-error: absent is missing.
  const undeclared: Volumes = goalWaiter(() => ({
    name,
    key,
    uses,
    input: fields,
    look: ({ state }) => Promise.resolve({ verdict: 'reached', state, value }),
  }));
  expectTypeOf(undeclared).toBeFunction();
});

test('a waiter whose goals have one output stays simple', () => {
  const waitForSnapshot: Waiter<{ readonly snapshotId: string; readonly state: 'completed' }, string> = waiter(() => ({
    name: 'waitForSnapshot',
    key: 'snapshotId',
    input: input<{ snapshotId: string; state: 'completed' }>({ snapshotId: z.string(), state: z.literal('completed') }),
    uses: [],
    look: ({ snapshotId, state }) => Promise.resolve({ verdict: 'reached', state, value: snapshotId }),
  }));
  expectTypeOf(waitForSnapshot({ snapshotId: 'snap-1', state: 'completed' })).resolves.toEqualTypeOf<string>();
});
