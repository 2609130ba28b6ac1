import { type ErrorTable, notFound } from '@arch/core/builder';

/** What API Gateway's codes mean where the call is about an API as a whole, or makes a part of one. */
export const httpApiErrors: ErrorTable = { NotFoundException: notFound({ resource: 'HTTP API', member: 'apiId' }) };
