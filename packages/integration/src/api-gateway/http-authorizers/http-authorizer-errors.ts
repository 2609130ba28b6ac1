import { conflict, type ErrorTable, notFound } from '@arch/core/builder';

/** What API Gateway's codes mean where the call is about one authorizer. */
export const httpAuthorizerErrors: ErrorTable = {
  ConflictException: conflict({
    resource: 'authorizer',
    member: 'authorizerId',
    remedy: 'Delete the routes that ask it first.',
  }),
  NotFoundException: notFound({ resource: 'authorizer', member: 'authorizerId' }),
};
