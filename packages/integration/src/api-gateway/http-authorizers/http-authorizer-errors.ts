import { conflict, type ErrorTable, notFound } from '@arch/core/builder';

/** What API Gateway's codes mean where the call is about one authorizer. */
export const httpAuthorizerErrors: ErrorTable = {
  ConflictException: conflict('authorizer', 'authorizerId', 'Delete the routes that ask it first.'),
  NotFoundException: notFound('authorizer', 'authorizerId'),
};
