import type { PolicyStatement } from '../errors/policy-document.js';
import { type Permission, type PermissionSpec, toPermission } from './permission.js';
import type { Service } from './service.js';

/** The smallest policy statement that allows a permission. */
export const statementOf = (
  formats: Service['arns'],
  permission: Permission,
  toArns: (format: string) => string | readonly string[] = allOf,
): PolicyStatement => {
  const { action, resources = [], condition } = permission;
  const arns = resources.flatMap((resource) => {
    const format = resource === '*' || resource.startsWith('arn:') ? resource : formats[resource];
    if (format === undefined)
      throw new TypeError(`${action}: the service has no ARN format for ${resource}. Add it to arns.`);
    return toArns(format);
  });
  return {
    Effect: 'Allow',
    Action: action,
    Resource: arns.length === 0 ? '*' : arns.length === 1 ? arns[0]! : arns,
    ...(condition && { Condition: condition }),
  };
};

/** The ARN of all resources of a format. */
const allOf = (format: string): string => format.replace(/\{.*?\}/g, '*');

/** Returns the policy statement that allows a denied action on the resource that AWS named. Default: the statement of the first permission. */
export const statementFor =
  (service: Service, permissions: readonly PermissionSpec[]) =>
  (action: string | undefined, resource = '*'): PolicyStatement | undefined => {
    const all = permissions.map(toPermission);
    const known = action === undefined ? all[0] : all.find((each) => each.action === action);
    // Some messages of AWS name the resource in other words, such as `user ann`.
    const isArn = resource.startsWith('arn:');
    const permission = known ?? (action === undefined ? undefined : { action, resources: [isArn ? resource : '*'] });
    // Some actions cannot be limited to a resource, even if AWS's message names one.
    const limited = isArn && (permission?.resources ?? []).length > 0;
    return permission && statementOf(service.arns, limited ? { ...permission, resources: [resource] } : permission);
  };
