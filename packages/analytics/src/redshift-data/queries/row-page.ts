import { asIs, input, operation, type Operation, readExactly, z } from '@arch/core/builder';
import { redshiftData, statementErrors } from '@arch/services/redshift-data';
import { Field$, GetStatementResultCommand } from '@aws-sdk/client-redshift-data';

import { type Row, toRows } from './to-rows.js';

/** A page of a result. */
export interface RowPage {
  readonly rows: readonly Row[];
  /** Token of the next page. Absent for the last page. */
  readonly next?: string | undefined;
}

interface RowPageInput {
  readonly statementId: string;
  readonly nextToken?: string | undefined;
  readonly waitTimeSeconds?: number | undefined;
}

/** Gets a page of a statement's rows. https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_GetStatementResult.html */
export const rowPage: Operation<RowPageInput, RowPage> = operation(() => {
  readExactly(Field$, 'longValue');
  return {
    name: 'getStatementResult',
    service: redshiftData,
    command: GetStatementResultCommand,
    permissions: ['redshift-data:GetStatementResult'],
    input: input<RowPageInput>({
      statementId: z.string(),
      nextToken: z.optional(z.string()),
      waitTimeSeconds: z.optional(z.number()),
    }),
    output: asIs<RowPage>(),
    errors: statementErrors,
    request: ({ statementId }) => ({ Id: statementId }),
    select: ({ Records, ColumnMetadata = [], NextToken }) => ({
      rows: toRows(ColumnMetadata, Records ?? []),
      next: NextToken || undefined,
    }),
  };
});
