import { addNote, input, type Operation, task, z } from '@arch/core/builder';

import { authorizeSecurityGroupIngress } from './authorize-security-group-ingress.js';
import { deleteSecurityGroup } from './delete-security-group.js';
import {
  type CreatedSecurityGroup,
  requestSecurityGroup,
  type RequestSecurityGroupInput,
  securityGroupFields,
} from './request-security-group.js';
import { ruleInput, type SecurityGroupRule } from './security-group-rule.js';

export interface CreateSecurityGroupInput extends RequestSecurityGroupInput {
  /** What is let in. Default: nothing. */
  readonly ingress?: readonly SecurityGroupRule[] | undefined;
}

/**
 * Creates a security group with its rules. It lets everything out, as AWS's do, and nothing in but what `ingress` says. When the rules are
 * refused the group is deleted again. Its name makes it one: a repeated call finds it taken.
 *
 * @example
 * const { groupId } = await createSecurityGroup({ groupName: 'web', description: 'web servers', vpcId, ingress: [{ protocol: 'tcp', port: 443, cidr: '0.0.0.0/0' }] });
 * @throws {AlreadyExistsError} the VPC has a group of that name.
 * @throws {NotFoundError} there is no such VPC, or a rule names a group that is not there.
 * @throws {QuotaExceededError} too many groups, or too many rules.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
 */
export const createSecurityGroup: Operation<CreateSecurityGroupInput, CreatedSecurityGroup> = task(() => ({
  name: 'createSecurityGroup',
  input: input<CreateSecurityGroupInput>({ ...securityGroupFields(), ingress: z.optional(z.array(ruleInput())) }),
  uses: [requestSecurityGroup, authorizeSecurityGroupIngress, deleteSecurityGroup],
  run: async ({ ingress = [], ...group }, options) => {
    const created = await requestSecurityGroup(group, options);
    if (ingress.length === 0) return created;
    const { groupId } = created;
    try {
      await authorizeSecurityGroupIngress({ groupId, rules: ingress }, options);
    } catch (error) {
      // The deadline of the call may be what failed: the way back has one of its own.
      const { signal: _over, ...own } = options;
      await deleteSecurityGroup(groupId, own).catch(() =>
        addNote(error, `The group ${groupId} was made and is still there.`),
      );
      throw error;
    }
    return created;
  },
}));
