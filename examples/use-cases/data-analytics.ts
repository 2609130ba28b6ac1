// Data analytics: sales go into Redshift, a Lambda function sums them up by shop. Makes: one table and one function, deleted at the end.
import { fileURLToPath } from 'node:url';

import { redshiftDatabase } from '@arch/analytics';
import { createFunction, deleteFunction, invokeFunction } from '@arch/ml';
import * as z from 'zod/mini';

const { REDSHIFT_WORKGROUP: workgroupName = 'reports', REDSHIFT_DATABASE: database = 'dev' } = process.env;
// On AWS: a role that Lambda may assume, and that may write logs and use the Redshift Data API on that workgroup.
const { FUNCTION_ROLE: role = 'arn:aws:iam::123456789012:role/function' } = process.env;
const { executeStatement, executeStatements } = redshiftDatabase({ workgroupName, database });
const functionName = `sales-${Date.now()}`;

/** What takes down what was made, the last first; what cannot be taken down is named. */
const undo: (() => Promise<unknown>)[] = [];

try {
  await executeStatement('create table sales (shop int, day date, pieces int, price numeric(10, 2)) sortkey(day)');
  undo.unshift(() => executeStatement('drop table sales'));
  const rows =
    "(7, '2026-10-30', 9, 2.00), (7, '2026-11-01', 3, 1.50), (8, '2026-11-01', 1, 9.00), (8, '2026-11-02', 2, 9.50)";
  await executeStatements([`insert into sales values ${rows}`, 'analyze sales']);

  const code = { file: fileURLToPath(new URL('../functions/sales.ts', import.meta.url)) };
  const environment = { WORKGROUP: workgroupName, DATABASE: database };
  // The first query of a workgroup that has been idle takes its time.
  await createFunction({ functionName, role, code, environment, timeoutSeconds: 60, memoryMiB: 512 }, { wait: true });
  undo.unshift(() => deleteFunction(functionName));

  const schema = z.array(z.object({ shop: z.number(), pieces: z.number(), revenue: z.number() }));
  const november = { first: '2026-11-01', next: '2026-12-01' };
  const { payload } = await invokeFunction({ functionName, payload: november, schema });
  for (const { shop, pieces, revenue } of payload) console.log(`shop ${shop}: ${pieces} pieces, ${revenue}`);
} finally {
  for (const takeDown of undo) await takeDown().catch((error: unknown) => console.error('still there:', String(error)));
}
