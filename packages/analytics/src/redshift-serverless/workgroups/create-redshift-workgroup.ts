import type { ConflictError } from '@arch/core';
import { notFound, operation, type Operation, task, toTagList, type WaitableOperation } from '@arch/core/builder';
import { redshiftServerless } from '@arch/services/redshift-serverless';
import { CreateWorkgroupCommand } from '@aws-sdk/client-redshift-serverless';

import { askWhenFree } from '../../redshift/ask-when-free.js';
import { checkNameIsFree } from '../check-name-is-free.js';
import { createRedshiftWorkgroupInput, type CreateRedshiftWorkgroupInput } from './create-redshift-workgroup-input.js';
import { describeRedshiftWorkgroup } from './describe-redshift-workgroup.js';
import { redshiftWorkgroup, type RedshiftWorkgroup } from './redshift-workgroup.js';
import { waitForRedshiftWorkgroup } from './wait-for-redshift-workgroup.js';

/**
 * Makes a workgroup of Redshift Serverless, which runs the SQL of a namespace: private and of 8 RPUs, unless you say otherwise. With
 * `wait: true` it resolves when it runs queries, which takes AWS some minutes. AWS bills it by the second while queries run. A retry never
 * makes a second one: the name is taken then. While something else goes on in the namespace, AWS is asked again, for up to 3 minutes.
 *
 * @example
 * const { endpoint } = await createRedshiftWorkgroup({ workgroupName: 'reports', namespaceName: 'reports' }, { wait: true });
 * @throws {AlreadyExistsError} there is a workgroup of that name in this region.
 * @throws {NotFoundError} there is no such namespace in this region.
 * @throws {ConflictError} the namespace has a workgroup already, or something else is going on.
 * @throws {CapacityError} AWS has no capacity for it now.
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
    const settled = (refusal: ConflictError): Promise<undefined> =>
      checkNameIsFree(refusal, { resource: 'workgroup', id: workgroupName }, () =>
        describeRedshiftWorkgroup({ workgroupName }, options),
      );
    return askWhenFree({ ask: () => making(exists, requestWorkgroup(workgroup, options)), settled }, options);
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
