import { asIs, input, operation, type Operation, z } from '@arch/core/builder';
import { GetStatementResultCommand, GetStatementResultResponse$ } from '@aws-sdk/client-redshift-data';

import { redshiftData } from '../clients/redshift-data.js';
import { type Row, toRows } from './to-rows.js';

/** Some rows of a result, and where it goes on. */
export interface RowPage {
  readonly rows: readonly Row[];
  readonly next?: string | undefined;
}

interface RowPageInput {
  readonly statementId: string;
  readonly nextToken?: string | undefined;
  readonly waitTimeSeconds?: number | undefined;
}

/** Gets a page of a statement's rows. https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_GetStatementResult.html */
export const rowPage: Operation<RowPageInput, RowPage> = operation(() => {
  readExactly(GetStatementResultResponse$);
  return {
    name: 'query',
    service: redshiftData,
    command: GetStatementResultCommand,
    permissions: ['redshift-data:GetStatementResult'],
    input: input<RowPageInput>({
      statementId: z.string(),
      nextToken: z.optional(z.string()),
      waitTimeSeconds: z.optional(z.number()),
    }),
    output: asIs<RowPage>(),
    request: ({ statementId }) => ({ Id: statementId }),
    select: ({ Records, ColumnMetadata = [], NextToken }) => ({
      rows: toRows(ColumnMetadata, Records ?? []),
      next: NextToken || undefined,
    }),
  };
});

/**
 * Lets the SDK read whole numbers beyond 2^53 as bigints. AWS's model calls them numbers, for which the SDK would take the nearest that
 * JavaScript has; by this note of its own it remembers of a structure whether its numbers have to be exact.
 */
const readExactly = (structure: object): void =>
  void Object.assign(structure, { [Symbol.for('@aws-sdk/reviver')]: true });
