import { conflict, type ErrorTable, notFound } from '@arch/core/builder';

/** Error codes of calls about one authorizer. */
export const httpAuthorizerErrors: ErrorTable = {
  ConflictException: conflict({
    resource: 'authorizer',
    member: 'authorizerId',
    remedy: 'Delete the routes that use it first.',
  }),
  NotFoundException: notFound({ resource: 'authorizer', member: 'authorizerId' }),
};
