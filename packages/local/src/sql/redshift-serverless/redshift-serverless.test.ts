import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testKey } from '../../__fixtures__/test-key.js';
import { callFacade, type FacadeResponse } from '../__fixtures__/call-facade.js';
import { startSqlFacade, type RunningFacade } from '../start-sql-facade.js';

let facade: RunningFacade;
const call = (operation: string, request: object = {}): Promise<FacadeResponse> =>
  callFacade(facade.endpoint, `RedshiftServerless.${operation}`, request);
const createNamespace = (): Promise<FacadeResponse> =>
  call('CreateNamespace', { namespaceName: 'space', adminUserPassword: 'Secret-1' });
const createWorkgroup = (): Promise<FacadeResponse> =>
  call('CreateWorkgroup', { workgroupName: 'group', namespaceName: 'space' });
const statusOf = async (workgroupName: string): Promise<unknown> =>
  (await call('GetWorkgroup', { workgroupName })).body.workgroup?.status;

beforeAll(async () => {
  facade = await startSqlFacade({ accessKey: testKey });
});
beforeEach(() => facade.reset());
afterAll(() => facade.stop());

describe('the stand-in for Redshift Serverless', () => {
  it('marks every response with a header', async () => {
    expect((await createNamespace()).headers.get('x-arch-local')).toBe('stand-in');
    expect((await call('GetNamespace', { namespaceName: 'nowhere' })).headers.get('x-arch-local')).toBe('stand-in');
    expect((await callFacade(facade.endpoint, 'RedshiftData.ListStatements')).headers.get('x-arch-local')).toBeNull();
  });

  it('creates namespaces and does not return passwords', async () => {
    const { body } = await createNamespace();
    expect(body.namespace).toMatchObject({ namespaceName: 'space', dbName: 'dev', status: 'AVAILABLE' });
    expect(JSON.stringify((await call('ListNamespaces')).body)).not.toContain('Secret-1');
  });

  it('returns the ARN of the secret with the password that AWS manages', async () => {
    const own = (await createNamespace()).body.namespace;
    expect(own).not.toHaveProperty('adminPasswordSecretArn');
    const { body } = await call('CreateNamespace', { namespaceName: 'managed', manageAdminPassword: true });
    expect(body.namespace).toMatchObject({
      adminUsername: 'admin',
      adminPasswordSecretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:redshift!managed-admin',
    });
    expect(body.namespace).not.toHaveProperty('manageAdminPassword');
  });

  it("rejects changes of a resource that is changing, with AWS's message", async () => {
    await createNamespace();
    await createWorkgroup();
    const running = { __type: 'ConflictException', message: expect.stringContaining('an operation running') as string };
    expect((await call('DeleteWorkgroup', { workgroupName: 'group' })).body).toMatchObject(running);
    await statusOf('group');
    await call('DeleteWorkgroup', { workgroupName: 'group' });
    expect((await call('DeleteNamespace', { namespaceName: 'space' })).body).toMatchObject(running);
    expect((await call('DeleteNamespace', { namespaceName: 'space' })).body.namespace.status).toBe('DELETING');
  });

  it('creates workgroups at 127.0.0.1 that are available after one read', async () => {
    await createNamespace();
    const { body } = await createWorkgroup();
    expect(body.workgroup).toMatchObject({
      status: 'CREATING',
      endpoint: { address: '127.0.0.1', port: 5439 },
      baseCapacity: 128,
    });
    expect(body.workgroup.workgroupArn).toMatch(/^arn:aws:redshift-serverless:.*:workgroup\//);
    expect([await statusOf('group'), await statusOf('group')]).toEqual(['CREATING', 'AVAILABLE']);
  });

  it('changes and deletes workgroups and namespaces', async () => {
    await createNamespace();
    await createWorkgroup();
    expect((await call('UpdateWorkgroup', { workgroupName: 'group', baseCapacity: 8 })).body.__type).toBe(
      'ConflictException',
    );
    await statusOf('group');
    const { body } = await call('UpdateWorkgroup', { workgroupName: 'group', baseCapacity: 8 });
    expect(body.workgroup).toMatchObject({ status: 'MODIFYING', baseCapacity: 8 });
    await statusOf('group');
    expect((await call('DeleteNamespace', { namespaceName: 'space' })).body.__type).toBe('ConflictException');
    expect((await call('DeleteWorkgroup', { workgroupName: 'group' })).body.workgroup.status).toBe('DELETING');
    expect([await statusOf('group'), await statusOf('group')]).toEqual(['DELETING', undefined]);
    expect((await call('DeleteNamespace', { namespaceName: 'space' })).body.namespace.status).toBe('DELETING');
  });

  it('lists namespaces and workgroups', async () => {
    await createNamespace();
    await createWorkgroup();
    expect((await call('ListWorkgroups')).body.workgroups).toMatchObject([{ workgroupName: 'group' }]);
    expect((await call('ListNamespaces')).body.namespaces).toMatchObject([{ namespaceName: 'space' }]);
  });

  it.each([
    ['CreateNamespace', { namespaceName: 'NO' }, 400, 'ValidationException'],
    ['CreateNamespace', { namespaceName: 'space' }, 409, 'ConflictException'],
    ['CreateWorkgroup', { workgroupName: 'group', namespaceName: 'nowhere' }, 404, 'ResourceNotFoundException'],
    ['GetWorkgroup', { workgroupName: 'nowhere' }, 404, 'ResourceNotFoundException'],
    ['DeleteWorkgroup', {}, 400, 'ValidationException'],
  ])('responds to %s %j with %i %s', async (operation, request, status, type) => {
    await createNamespace();
    const response = await call(operation, request);
    expect([response.status, response.body.__type]).toEqual([status, type]);
  });
});
