export { createRedshiftNamespace } from './create-redshift-namespace.js';
export type { CreateRedshiftNamespaceInput } from './create-redshift-namespace-input.js';
export { deleteRedshiftNamespace, type DeleteRedshiftNamespaceInput } from './delete-redshift-namespace.js';
export { describeRedshiftNamespace, type DescribeRedshiftNamespaceInput } from './describe-redshift-namespace.js';
export { listRedshiftNamespaces, type ListRedshiftNamespacesInput } from './list-redshift-namespaces.js';
export {
  type RedshiftLogExport,
  redshiftLogExports,
  type RedshiftNamespace,
  type RedshiftNamespaceState,
  redshiftNamespaceStates,
} from './redshift-namespace.js';
export {
  type RedshiftNamespaceGoal,
  redshiftNamespaceGoals,
  waitForRedshiftNamespace,
  type WaitForRedshiftNamespaceInput,
} from './wait-for-redshift-namespace.js';
