import { AwsError } from '../responses/aws-error.js';
import { operationRunning, resourceCollection, type Members } from './resource-collection.js';

export interface RedshiftServerless {
  readonly operations: Readonly<Record<string, (request: Members) => Promise<unknown>>>;
  /** Deletes all namespaces and workgroups. */
  stop(): Promise<void>;
}

/**
 * A stand-in for Redshift Serverless. It creates, describes and deletes namespaces and workgroups in memory only. The Redshift Data API of the
 * local AWS runs SQL for a workgroup with any name.
 */
export function redshiftServerless(): RedshiftServerless {
  const namespaces = resourceCollection('namespace');
  const workgroups = resourceCollection('workgroup');
  const createNamespace = (request: Members): Members => {
    const defaults = { dbName: 'dev', adminUsername: 'admin', iamRoles: [], logExports: [] };
    return namespaces.create({ ...defaults, ...secretOf(request), ...kept(request) }, 'AVAILABLE');
  };
  const createWorkgroup = (request: Members): Members => {
    namespaces.get(request);
    const { port = 5439, ...members } = kept(request);
    const endpoint = { address: '127.0.0.1', port, vpcEndpoints: [] };
    const defaults = { baseCapacity: 128, enhancedVpcRouting: false, publiclyAccessible: false, configParameters: [] };
    return workgroups.create({ ...defaults, ...members, port, endpoint }, 'CREATING');
  };
  const deleteNamespace = (request: Members): Members => {
    const { namespaceName } = namespaces.get(request);
    const workgroup = workgroups.all().find((each) => each['namespaceName'] === namespaceName);
    if (workgroup === undefined) return namespaces.remove(request);
    if (workgroups.read(workgroup)['status'] === 'DELETING') throw operationRunning('namespace');
    throw new AwsError('ConflictException', `The namespace ${String(namespaceName)} has a workgroup.`, { status: 409 });
  };
  return {
    operations: {
      CreateNamespace: async (request) => ({ namespace: createNamespace(request) }),
      GetNamespace: async (request) => ({ namespace: namespaces.read(request) }),
      ListNamespaces: async () => ({ namespaces: namespaces.readAll() }),
      UpdateNamespace: async (request) => ({ namespace: namespaces.update(kept(request)) }),
      DeleteNamespace: async (request) => ({ namespace: deleteNamespace(request) }),
      CreateWorkgroup: async (request) => ({ workgroup: createWorkgroup(request) }),
      GetWorkgroup: async (request) => ({ workgroup: workgroups.read(request) }),
      ListWorkgroups: async () => ({ workgroups: workgroups.readAll() }),
      UpdateWorkgroup: async (request) => ({ workgroup: workgroups.update(kept(request)) }),
      DeleteWorkgroup: async (request) => ({ workgroup: workgroups.remove(request) }),
    },
    async stop() {
      namespaces.clear();
      workgroups.clear();
    },
  };
}

/** Returns the ARN of the secret with the password that AWS manages. The local AWS does not create the secret. */
function secretOf({ namespaceName, manageAdminPassword }: Members): Members {
  if (manageAdminPassword !== true) return {};
  const secret = `redshift!${String(namespaceName)}-admin`;
  return { adminPasswordSecretArn: `arn:aws:secretsmanager:us-east-1:123456789012:secret:${secret}` };
}

/** Returns the members that responses contain: all members except passwords and tags. */
function kept({
  adminUserPassword: _password,
  manageAdminPassword: _managed,
  tags: _tags,
  ...members
}: Members): Members {
  return members;
}
