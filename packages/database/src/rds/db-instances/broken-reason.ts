import type { DbInstance } from './db-instance.js';

/** The meanings of the states that a DB instance does not leave without help, after RDS's documentation. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/accessing-monitoring.html */
const reasons: Readonly<Record<string, string>> = {
  failed: 'The DB instance has failed and RDS cannot recover it: restore it to its latest restorable time.',
  'inaccessible-encryption-credentials': 'RDS cannot use the KMS key of the DB instance.',
  'inaccessible-encryption-credentials-recoverable':
    'RDS cannot use the KMS key of the DB instance: enable the key within 7 days and start the DB instance.',
  'incompatible-create': 'RDS cannot create the DB instance with the given resources.',
  'incompatible-network':
    'RDS cannot recover the DB instance in its network: a subnet may have no free addresses, or the VPC may lack a resource.',
  'incompatible-option-group': 'RDS could neither change the option group nor undo the change.',
  'incompatible-parameters': 'RDS cannot start the DB instance with the parameters of its parameter group.',
  'incompatible-restore': 'RDS cannot restore to the requested time, e.g. because of temporary or MyISAM tables.',
  'insufficient-capacity':
    'AWS does not have enough capacity for the DB instance now: delete it and create it later, or with another class or zone.',
  'restore-error': 'An error occurred during the restore of the DB instance to a time or from a snapshot.',
  'storage-full': 'The storage of the DB instance is full: increase it with modifyDbInstance.',
};

/** Returns the reason why a DB instance does not recover without help: AWS's message or the meaning of the state. `undefined` if it is healthy. */
export const brokenReason = ({ dbInstanceStatus, statusMessages }: DbInstance): string | undefined => {
  const meaning = reasons[dbInstanceStatus];
  if (meaning === undefined && !dbInstanceStatus.startsWith('incompatible-')) return undefined;
  return statusMessages.join(' ') || meaning || 'RDS cannot use a resource that the DB instance requires.';
};
