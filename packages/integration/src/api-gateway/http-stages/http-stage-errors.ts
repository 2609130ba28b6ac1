import { type ErrorTable, notFound } from '@arch/core/builder';

/** Error codes of calls about one stage. */
export const httpStageErrors: ErrorTable = { NotFoundException: notFound({ resource: 'stage', member: 'stageName' }) };
