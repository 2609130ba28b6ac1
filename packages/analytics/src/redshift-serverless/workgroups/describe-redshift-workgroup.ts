import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { redshiftServerless, serverlessName } from '@arch/services/redshift-serverless';
import { GetWorkgroupCommand } from '@aws-sdk/client-redshift-serverless';

import { redshiftWorkgroup, type RedshiftWorkgroup } from './redshift-workgroup.js';

export interface DescribeRedshiftWorkgroupInput extends AwsInput {
  /** Name of the workgroup, e.g. `reports`. */
  readonly workgroupName: string;
}

/**
 * Describes a workgroup of Redshift Serverless.
 *
 * @example
 * const { status, endpoint, baseCapacityRpu } = await describeRedshiftWorkgroup('reports');
 * @throws {NotFoundError} there is no such workgroup in this region.
 * @see https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_GetWorkgroup.html
 */
export const describeRedshiftWorkgroup: Operation<
  string | DescribeRedshiftWorkgroupInput,
  RedshiftWorkgroup,
  { on: 'workgroupArn' }
> = operation(() => ({
  name: 'describeRedshiftWorkgroup',
  service: redshiftServerless,
  command: GetWorkgroupCommand,
  permissions: [{ action: 'redshift-serverless:GetWorkgroup', resources: ['workgroup'] }],
  key: 'workgroupName',
  input: input<DescribeRedshiftWorkgroupInput>({ workgroupName: serverlessName() }),
  output: redshiftWorkgroup(),
  absent: 'not-found',
  select: ({ workgroup }) => workgroup,
}));
