import type { DbInstance } from './db-instance.js';

/** What RDS's documentation says of the states that do not pass by themselves. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/accessing-monitoring.html */
const reasons: Readonly<Record<string, string>> = {
  failed: 'The DB instance has failed and RDS cannot recover it; restore it to its latest restorable time.',
  'inaccessible-encryption-credentials': 'RDS cannot use the KMS key that it is encrypted with.',
  'inaccessible-encryption-credentials-recoverable':
    'RDS cannot use the KMS key that it is encrypted with; enable the key within 7 days and start the DB instance.',
  'incompatible-create': 'RDS cannot make it, because its resources are incompatible with it.',
  'incompatible-network':
    'RDS cannot recover it in its network: a subnet may have no free addresses, or the VPC may lack something.',
  'incompatible-option-group': 'RDS tried to change its option group and can neither do so nor go back.',
  'incompatible-parameters': 'RDS cannot start it with the parameters of its parameter group.',
  'incompatible-restore':
    'RDS cannot restore to the time that was asked for, e.g. because of temporary or MyISAM tables.',
  'insufficient-capacity':
    'AWS has no capacity for it now; delete it and make it again later, or with another class or zone.',
  'restore-error': 'An error came up while it was restored to a point in time or from a snapshot.',
  'storage-full': 'It has used up its storage; give it more with modifyDbInstance.',
};

/** Why a DB instance does not get better by itself: AWS's message, or what its state means; nothing for one that is well. */
export const brokenReason = ({ dbInstanceStatus, statusMessages }: DbInstance): string | undefined => {
  const meaning = reasons[dbInstanceStatus];
  if (meaning === undefined && !dbInstanceStatus.startsWith('incompatible-')) return undefined;
  return statusMessages.join(' ') || meaning || 'RDS cannot use something that it needs.';
};
