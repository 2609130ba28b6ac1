// Creates a namespace of Redshift Serverless and a workgroup with at most 32 RPUs, and runs a query. Creates: one namespace and one workgroup, deleted at the end.
import {
  createRedshiftNamespace,
  createRedshiftWorkgroup,
  deleteRedshiftNamespace,
  deleteRedshiftWorkgroup,
  redshiftDatabase,
} from '@arch/analytics';

const name = `reports-${Date.now()}`;
const { namespaceName, dbName: database = 'dev' } = await createRedshiftNamespace(
  { namespaceName: name },
  { wait: true },
);

try {
  const { workgroupName, baseCapacityRpu } = await createRedshiftWorkgroup(
    { workgroupName: name, namespaceName, maxCapacityRpu: 32 },
    { wait: { onProgress: ({ state }) => console.log(state) } },
  );
  try {
    const { query } = redshiftDatabase({ workgroupName, database });
    for await (const row of query('select 6 * 7 as result')) console.log(row, 'with', baseCapacityRpu, 'RPUs');
  } finally {
    await deleteRedshiftWorkgroup(workgroupName, { wait: true });
  }
} finally {
  await deleteRedshiftNamespace(namespaceName, { wait: true });
}
