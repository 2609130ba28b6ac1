/** The members of an object that describe its locks. */
interface Locks {
  readonly objectLockMode?: string | undefined;
  readonly objectLockRetainUntilDate?: Date | undefined;
  readonly objectLockLegalHoldStatus?: string | undefined;
}

/** Returns notes for errors: a sentence for the retention and one for the legal hold of a version, each with its remedy. */
export const lockNotes = ({
  objectLockMode: mode = 'COMPLIANCE',
  objectLockRetainUntilDate: until,
  objectLockLegalHoldStatus: hold,
}: Locks = {}): readonly string[] => [
  ...(until ? [`The version's retention in ${mode} mode ends at ${until.toISOString()}: ${remedyFor(mode)}.`] : []),
  ...(hold === 'ON' ? ["The version has a legal hold: remove it with putObjectLegalHold({ status: 'OFF' })."] : []),
];

const remedyFor = (mode: string): string =>
  mode === 'GOVERNANCE'
    ? 'pass bypassGovernanceRetention: true to delete the version before'
    : 'nobody can delete the version before';
