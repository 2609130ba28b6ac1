import type { ObjectPreservation } from './object-preservation.js';

/** A number of versions and their size. */
export interface VersionTotals {
  /** The number of versions. */
  readonly versionCount: number;
  /** The size of these versions in bytes. */
  readonly sizeBytes: number;
}

/** The versions whose retention ends in one year. */
export interface LockedYear extends VersionTotals {
  /** The year in UTC. */
  readonly year: number;
}

/** Numbers of versions by their protection. */
export interface PreservationTotals {
  /** The versions that cannot be deleted now, because of a retention, a legal hold, or both. */
  readonly locked: VersionTotals;
  /** The locked versions that users with `s3:BypassGovernanceRetention` can delete: in `GOVERNANCE` mode, without a legal hold. */
  readonly bypassable: VersionTotals;
  /** The versions with a legal hold. */
  readonly underLegalHold: VersionTotals;
  /** The versions that can be deleted now. */
  readonly unlocked: VersionTotals;
  /** The versions that a deletion without a version ID permanently deletes, because versioning is not enabled. */
  readonly lostOnDeletion: VersionTotals;
  /** The locked versions by the year in which their retention ends, in the order of the years. */
  readonly lockedUntil: readonly LockedYear[];
  /** The time at which the first retention ends, in UTC. Absent if no version has a retention that lasts. */
  readonly earliestRetainUntilDate?: Date | undefined;
  /** The time at which the last retention ends, in UTC. Absent if no version has a retention that lasts. */
  readonly latestRetainUntilDate?: Date | undefined;
}

/** Adds up versions by their protection. */
interface PreservationSums {
  add(object: ObjectPreservation, now: Date): void;
  readonly result: PreservationTotals;
}

/** Returns {@link PreservationSums} of no versions. */
export const preservationTotals = (): PreservationSums => {
  const sums = { locked: none, bypassable: none, underLegalHold: none, unlocked: none, lostOnDeletion: none };
  const years = new Map<number, VersionTotals>();
  let [earliest, latest]: (Date | undefined)[] = [];
  return {
    add: (object, now) => {
      for (const name of namesOf(object)) sums[name] = plus(sums[name], object);
      const { retainUntilDate: until } = object;
      if (until === undefined || until <= now) return;
      years.set(until.getUTCFullYear(), plus(years.get(until.getUTCFullYear()) ?? none, object));
      if (!earliest || until < earliest) earliest = until;
      if (!latest || until > latest) latest = until;
    },
    get result() {
      const lockedUntil = [...years]
        .sort(([one], [other]) => one - other)
        .map(([year, totals]) => ({ year, ...totals }));
      const ends = { earliestRetainUntilDate: earliest, latestRetainUntilDate: latest };
      return { ...sums, lockedUntil, ...(earliest && ends) };
    },
  };
};

const none: VersionTotals = { versionCount: 0, sizeBytes: 0 };

const plus = ({ versionCount, sizeBytes }: VersionTotals, object: ObjectPreservation): VersionTotals => ({
  versionCount: versionCount + 1,
  sizeBytes: sizeBytes + object.sizeBytes,
});

type Sum = 'locked' | 'bypassable' | 'underLegalHold' | 'unlocked' | 'lostOnDeletion';

const namesOf = ({ isLocked, mode, legalHold, isLostOnDeletion }: ObjectPreservation): readonly Sum[] => [
  isLocked ? 'locked' : 'unlocked',
  ...(isLocked && mode === 'GOVERNANCE' && !legalHold ? ['bypassable' as const] : []),
  ...(legalHold ? ['underLegalHold' as const] : []),
  ...(isLostOnDeletion ? ['lostOnDeletion' as const] : []),
];
