import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { dbInstanceName, rds } from '@arch/services/rds';
import { DescribeDBInstancesCommand } from '@aws-sdk/client-rds';

import { dbInstance, type DbInstance } from './db-instance.js';

export interface DescribeDbInstanceInput extends AwsInput {
  /** The name of the DB instance, e.g. `orders`. */
  readonly dbInstanceIdentifier: string;
}

/**
 * Describes one DB instance.
 *
 * @example
 * const { dbInstanceStatus, endpoint } = await describeDbInstance('orders');
 * @throws {NotFoundError} there is no such DB instance in this region.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBInstances.html
 */
export const describeDbInstance: Operation<
  string | DescribeDbInstanceInput,
  DbInstance,
  { on: 'dbInstanceIdentifier' }
> = operation(() => ({
  name: 'describeDbInstance',
  service: rds,
  command: DescribeDBInstancesCommand,
  permissions: [{ action: 'rds:DescribeDBInstances', resources: ['db'] }],
  key: 'dbInstanceIdentifier',
  input: input<DescribeDbInstanceInput>({ dbInstanceIdentifier: dbInstanceName() }),
  output: dbInstance(),
  absent: 'not-found',
  select: ({ DBInstances }) => DBInstances?.[0],
}));
