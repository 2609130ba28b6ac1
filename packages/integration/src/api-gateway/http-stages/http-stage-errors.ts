import { type ErrorTable, notFound } from '@arch/core/builder';

/** What API Gateway's codes mean where the call is about one stage. */
export const httpStageErrors: ErrorTable = { NotFoundException: notFound({ resource: 'stage', member: 'stageName' }) };
