import { conflict, type ErrorTable, notFound } from '@arch/core/builder';

/** Error codes of calls about one integration. */
export const httpIntegrationErrors: ErrorTable = {
  ConflictException: conflict({
    resource: 'integration',
    member: 'integrationId',
    remedy: 'Delete the routes that use it first.',
  }),
  NotFoundException: notFound({ resource: 'integration', member: 'integrationId' }),
};
