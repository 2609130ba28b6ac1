import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { redshiftServerless, serverlessName } from '@arch/services/redshift-serverless';
import { GetNamespaceCommand } from '@aws-sdk/client-redshift-serverless';

import { redshiftNamespace, type RedshiftNamespace } from './redshift-namespace.js';

export interface DescribeRedshiftNamespaceInput extends AwsInput {
  /** Name of the namespace, e.g. `reports`. */
  readonly namespaceName: string;
}

/**
 * Describes a namespace of Redshift Serverless.
 *
 * @example
 * const { status, adminPasswordSecretArn } = await describeRedshiftNamespace('reports');
 * @throws {NotFoundError} there is no such namespace in this region.
 * @see https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_GetNamespace.html
 */
export const describeRedshiftNamespace: Operation<
  string | DescribeRedshiftNamespaceInput,
  RedshiftNamespace,
  { on: 'namespaceArn' }
> = operation(() => ({
  name: 'describeRedshiftNamespace',
  service: redshiftServerless,
  command: GetNamespaceCommand,
  permissions: [{ action: 'redshift-serverless:GetNamespace', resources: ['namespace'] }],
  key: 'namespaceName',
  input: input<DescribeRedshiftNamespaceInput>({ namespaceName: serverlessName() }),
  output: redshiftNamespace(),
  absent: 'not-found',
  select: ({ namespace }) => namespace,
}));
