import type { PolicyStatement } from '../policy/policy-document.js';
import { type Permission, type PermissionSpec, toPermission } from './permission.js';
import type { Service } from './service.js';

/** The least statement that allows a permission. */
export const statementOf = (service: Service, permission: Permission): PolicyStatement => {
  const { action, resources = [], condition } = permission;
  const arns = resources.map((resource) => {
    const arn = resource.startsWith('arn:') ? resource : service.arns[resource];
    if (arn === undefined) throw new TypeError(`${service.id} has no ARN format for ${resource}`);
    return arn;
  });
  return {
    Effect: 'Allow',
    Action: action,
    Resource: arns.length === 0 ? '*' : arns.length === 1 ? arns[0]! : arns,
    ...(condition && { Condition: condition }),
  };
};

/** Finds the statement for an action that AWS has denied; without one, that of the first permission. */
export const statementFor =
  (service: Service, permissions: readonly PermissionSpec[]) =>
  (action: string | undefined): PolicyStatement | undefined => {
    const all = permissions.map(toPermission);
    const permission = action === undefined ? all[0] : (all.find((each) => each.action === action) ?? { action });
    return permission && statementOf(service, permission);
  };
