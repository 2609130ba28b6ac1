import type { ConflictError } from '@arch/core';
import { iamPropagation, operation, type Operation, task, toTagList, type WaitableOperation } from '@arch/core/builder';
import { redshiftServerless } from '@arch/services/redshift-serverless';
import { CreateNamespaceCommand } from '@aws-sdk/client-redshift-serverless';

import { retryWhileBusy } from '../../redshift/retry-while-busy.js';
import { checkNameIsFree } from '../check-name-is-free.js';
import { managedPasswordPermissions } from '../../redshift/redshift-admin-password.js';
import { createRedshiftNamespaceInput, type CreateRedshiftNamespaceInput } from './create-redshift-namespace-input.js';
import { describeRedshiftNamespace } from './describe-redshift-namespace.js';
import { redshiftNamespace, type RedshiftNamespace } from './redshift-namespace.js';
import { waitForRedshiftNamespace } from './wait-for-redshift-namespace.js';

/**
 * Creates a namespace of Redshift Serverless. A namespace stores databases, always encrypted; a workgroup runs their queries. By default
 * AWS manages the admin password. With `wait: true` the call resolves when a workgroup can be created for the namespace. Not idempotent: a
 * second call throws `AlreadyExistsError`.
 *
 * @example
 * const { adminPasswordSecretArn } = await createRedshiftNamespace({ namespaceName: 'reports' }, { wait: true });
 * @throws {AlreadyExistsError} there is already a namespace with this name in this region.
 * @throws {QuotaExceededError} the namespace has more tags than AWS allows.
 * @see https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateNamespace.html
 */
export const createRedshiftNamespace: WaitableOperation<
  CreateRedshiftNamespaceInput,
  RedshiftNamespace,
  RedshiftNamespace,
  { on: 'namespaceArn' | 'roleArn'; with: 'iamRoles' | 'tags' }
> = task(() => ({
  name: 'createRedshiftNamespace',
  input: createRedshiftNamespaceInput(),
  uses: [requestNamespace, describeRedshiftNamespace],
  run: (namespace, options, { making }) => {
    const { namespaceName } = namespace;
    const exists = `the namespace ${namespaceName} may exist: describeRedshiftNamespace shows it`;
    const onConflict = (conflict: ConflictError): Promise<undefined> =>
      checkNameIsFree(conflict, { resource: 'namespace', id: namespaceName }, () =>
        describeRedshiftNamespace({ namespaceName }, options),
      );
    return retryWhileBusy({ send: () => making(exists, requestNamespace(namespace, options)), onConflict }, options);
  },
  wait: ({ namespaceName }, options) => waitForRedshiftNamespace({ namespaceName, state: 'available' }, options),
}));

const requestNamespace: Operation<CreateRedshiftNamespaceInput, RedshiftNamespace> = operation(() => ({
  name: 'createRedshiftNamespace',
  service: redshiftServerless,
  command: CreateNamespaceCommand,
  repeatable: 'refused',
  propagates: iamPropagation,
  permissions: [
    { action: 'redshift-serverless:CreateNamespace', resources: ['namespace'] },
    { action: 'redshift-serverless:TagResource', resources: ['namespace'], with: 'tags' },
    { action: 'iam:PassRole', resources: ['arn:aws:iam::*:role/{roleArn}'], with: 'iamRoles' },
    ...managedPasswordPermissions(),
  ],
  key: 'namespaceName',
  input: createRedshiftNamespaceInput(),
  output: redshiftNamespace(),
  request: ({ namespaceName, adminUsername = 'admin', adminUserPassword, tags }) => ({
    namespaceName,
    adminUsername,
    ...(adminUserPassword === undefined && { manageAdminPassword: true }),
    tags: tags && toTagList(tags).map(({ Key, Value }) => ({ key: Key, value: Value })),
  }),
  select: ({ namespace }) => namespace,
  creates: ({ namespaceName }) => [namespaceName],
}));
