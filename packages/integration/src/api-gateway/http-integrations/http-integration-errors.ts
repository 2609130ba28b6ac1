import { conflict, type ErrorTable, notFound } from '@arch/core/builder';

/** What API Gateway's codes mean where the call is about one integration. */
export const httpIntegrationErrors: ErrorTable = {
  ConflictException: conflict({
    resource: 'integration',
    member: 'integrationId',
    remedy: 'Delete the routes that lead to it first.',
  }),
  NotFoundException: notFound({ resource: 'integration', member: 'integrationId' }),
};
