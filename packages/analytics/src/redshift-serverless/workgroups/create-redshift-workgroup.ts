import type { ConflictError } from '@arch/core';
import { notFound, operation, type Operation, task, toTagList, type WaitableOperation } from '@arch/core/builder';
import { redshiftServerless } from '@arch/services/redshift-serverless';
import { CreateWorkgroupCommand } from '@aws-sdk/client-redshift-serverless';

import { retryWhileBusy } from '../../redshift/retry-while-busy.js';
import { checkNameIsFree } from '../check-name-is-free.js';
import { createRedshiftWorkgroupInput, type CreateRedshiftWorkgroupInput } from './create-redshift-workgroup-input.js';
import { describeRedshiftWorkgroup } from './describe-redshift-workgroup.js';
import { redshiftWorkgroup, type RedshiftWorkgroup } from './redshift-workgroup.js';
import { waitForRedshiftWorkgroup } from './wait-for-redshift-workgroup.js';

/**
 * Creates a workgroup of Redshift Serverless, which runs the queries of a namespace. By default it is private and has 8 RPUs. With `wait:
 * true` the call resolves when the workgroup runs queries, which takes some minutes. AWS bills it by the second while queries run. If
 * another operation is in progress in the namespace, the call repeats the request for up to 3 minutes. Not idempotent: a second call throws
 * `AlreadyExistsError`.
 *
 * @example
 * const { endpoint } = await createRedshiftWorkgroup({ workgroupName: 'reports', namespaceName: 'reports' }, { wait: true });
 * @throws {AlreadyExistsError} there is already a workgroup with this name in this region.
 * @throws {NotFoundError} there is no such namespace in this region.
 * @throws {ConflictError} the namespace already has a workgroup, or another operation is in progress.
 * @throws {CapacityError} AWS currently has no capacity for the workgroup.
 * @see https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateWorkgroup.html
 */
export const createRedshiftWorkgroup: WaitableOperation<
  CreateRedshiftWorkgroupInput,
  RedshiftWorkgroup,
  RedshiftWorkgroup,
  { on: 'workgroupArn'; with: 'tags' }
> = task(() => ({
  name: 'createRedshiftWorkgroup',
  input: createRedshiftWorkgroupInput(),
  uses: [requestWorkgroup, describeRedshiftWorkgroup],
  run: (workgroup, options, { making }) => {
    const { workgroupName } = workgroup;
    const exists = `the workgroup ${workgroupName} may exist: describeRedshiftWorkgroup shows it`;
    const onConflict = (conflict: ConflictError): Promise<undefined> =>
      checkNameIsFree(conflict, { resource: 'workgroup', id: workgroupName }, () =>
        describeRedshiftWorkgroup({ workgroupName }, options),
      );
    return retryWhileBusy({ send: () => making(exists, requestWorkgroup(workgroup, options)), onConflict }, options);
  },
  wait: ({ workgroupName }, options) => waitForRedshiftWorkgroup({ workgroupName, state: 'available' }, options),
}));

const requestWorkgroup: Operation<CreateRedshiftWorkgroupInput, RedshiftWorkgroup> = operation(() => ({
  name: 'createRedshiftWorkgroup',
  service: redshiftServerless,
  command: CreateWorkgroupCommand,
  repeatable: 'refused',
  permissions: [
    { action: 'redshift-serverless:CreateWorkgroup', resources: ['workgroup'] },
    { action: 'redshift-serverless:TagResource', resources: ['workgroup'], with: 'tags' },
  ],
  key: 'workgroupName',
  input: createRedshiftWorkgroupInput(),
  output: redshiftWorkgroup(),
  request: ({
    workgroupName,
    namespaceName,
    baseCapacityRpu = 8,
    maxCapacityRpu,
    publiclyAccessible = false,
    configParameters,
    tags,
  }) => ({
    workgroupName,
    namespaceName,
    baseCapacity: baseCapacityRpu,
    maxCapacity: maxCapacityRpu,
    publiclyAccessible,
    configParameters:
      configParameters &&
      Object.entries(configParameters).map(([parameterKey, parameterValue]) => ({ parameterKey, parameterValue })),
    tags: tags && toTagList(tags).map(({ Key, Value }) => ({ key: Key, value: Value })),
  }),
  select: ({ workgroup }) => workgroup,
  creates: ({ workgroupName }) => [workgroupName],
  errors: {
    ResourceNotFoundException: notFound({ resource: 'namespace', member: 'namespaceName' }),
  },
}));
