import type { PolicyStatement } from '../errors/policy-document.js';
import { type Permission, type PermissionSpec, toPermission } from './permission.js';
import type { Service } from './service.js';

/** The least statement that allows a permission. */
export const statementOf = (formats: Service['arns'], permission: Permission): PolicyStatement => {
  const { action, resources = [], condition } = permission;
  const arns = resources.map((resource) => {
    const arn = resource === '*' || resource.startsWith('arn:') ? resource : formats[resource];
    if (arn === undefined) throw new TypeError(`${action}: the service declares no ARN format for ${resource}`);
    return arn;
  });
  return {
    Effect: 'Allow',
    Action: action,
    Resource: arns.length === 0 ? '*' : arns.length === 1 ? arns[0]! : arns,
    ...(condition && { Condition: condition }),
  };
};

/** Finds the statement for an action that AWS has denied, on the resource that it has named; without one, that of the first permission. */
export const statementFor =
  (service: Service, permissions: readonly PermissionSpec[]) =>
  (action: string | undefined, resource = '*'): PolicyStatement | undefined => {
    const all = permissions.map(toPermission);
    const known = action === undefined ? all[0] : all.find((each) => each.action === action);
    // Some messages of AWS name the resource in other words, such as `user ann`.
    const isArn = resource.startsWith('arn:');
    const permission = known ?? (action === undefined ? undefined : { action, resources: [isArn ? resource : '*'] });
    // Some actions cannot be limited to a resource, whatever AWS's message names.
    const limited = isArn && (permission?.resources ?? []).length > 0;
    return permission && statementOf(service.arns, limited ? { ...permission, resources: [resource] } : permission);
  };
