import { AlreadyExistsError, NotFoundError } from '@arch/core';
import { expect, it } from 'vitest';

import {
  createRedshiftNamespace,
  deleteRedshiftNamespace,
  describeRedshiftNamespace,
  listRedshiftNamespaces,
} from '../namespaces/index.js';
import {
  createRedshiftWorkgroup,
  deleteRedshiftWorkgroup,
  describeRedshiftWorkgroup,
  listRedshiftWorkgroups,
} from './index.js';

const wait = { pollMs: 20 };

// The local Redshift Serverless changes the state at each describe request, and supports neither tags nor final snapshots.
it('creates, lists and deletes a namespace and its workgroup', async () => {
  const names = { namespaceName: 'local-warehouse', workgroupName: 'local-reports' };
  const { namespaceName, workgroupName } = names;
  const namespace = await createRedshiftNamespace({ namespaceName }, { wait });
  expect(namespace).toMatchObject({ status: 'AVAILABLE', dbName: 'dev', adminUsername: 'admin' });
  expect(namespace.adminPasswordSecretArn).toMatch(/^arn:aws:secretsmanager:.*:secret:redshift!/);
  expect(namespace.creationDate).toBeInstanceOf(Date);
  await expect(createRedshiftNamespace({ namespaceName })).rejects.toThrow(AlreadyExistsError);
  const withoutNamespace = createRedshiftWorkgroup({ workgroupName, namespaceName: 'local-nowhere' });
  await expect(withoutNamespace).rejects.toThrow('namespace local-nowhere does not exist');
  const workgroup = await createRedshiftWorkgroup(names, { wait });
  expect(workgroup).toMatchObject({ status: 'AVAILABLE', baseCapacityRpu: 8, publiclyAccessible: false });
  expect(workgroup.endpoint?.port).toBe(5439);
  await expect(createRedshiftWorkgroup(names)).rejects.toThrow(AlreadyExistsError);
  expect(await listRedshiftNamespaces().first()).toBeDefined();
  const found = await Array.fromAsync(listRedshiftWorkgroups(), (each) => each.workgroupName);
  expect(found).toContain(workgroupName);
  await expect(deleteRedshiftNamespace(namespaceName)).rejects.toThrow('has a workgroup');
  await deleteRedshiftWorkgroup(workgroup, { wait });
  await expect(describeRedshiftWorkgroup(workgroupName)).rejects.toThrow(NotFoundError);
  await deleteRedshiftNamespace(namespace, { wait });
  await expect(describeRedshiftNamespace(namespaceName)).rejects.toThrow(NotFoundError);
});
