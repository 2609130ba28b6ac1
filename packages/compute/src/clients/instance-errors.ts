import { conflict, type ErrorTable, notFound } from '@arch/core/builder';

/** What EC2's codes about one instance mean. */
export const instanceErrors: ErrorTable = {
  'InvalidInstanceID.NotFound': notFound('instance', 'instanceId'),
  IncorrectInstanceState: conflict('instance', 'instanceId'),
  UnsupportedHibernationConfiguration: conflict(
    'instance',
    'instanceId',
    'Only an instance that was launched with hibernation configured can hibernate.',
  ),
};
