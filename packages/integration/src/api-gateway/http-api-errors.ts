import { type ErrorTable, notFound } from '@arch/core/builder';

/** Error codes of calls about an API, or of calls that create a part of an API. */
export const httpApiErrors: ErrorTable = { NotFoundException: notFound({ resource: 'HTTP API', member: 'apiId' }) };
