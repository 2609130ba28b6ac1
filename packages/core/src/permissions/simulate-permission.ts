import { IAMClient, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

import type { CallOptions } from '../declaration/call-options.js';
import type { Permission } from '../declaration/permission.js';
import { run } from '../call/run.js';
import { sessionFor } from '../session/current-session.js';
import { internalsOf } from '../session/session-internals.js';
import type { PermissionCheck } from './permission-check.js';

/** Simulates the policies of the credentials in use with IAM. https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html */
export const simulatePermission = (
  permissions: readonly Permission[],
  options: CallOptions,
): Promise<PermissionCheck> => {
  const session = sessionFor(options);
  const internals = internalsOf(session);
  const failed = { operation: 'checkPermission', input: {}, tables: [], statementFor };
  return run(
    { name: 'checkPermission', session: internals, options, timeoutMs: internals.limits.callMs, failed },
    async () => {
      const { Arn = '' } = await session.client(STSClient).send(new GetCallerIdentityCommand({}));
      const { EvaluationResults = [] } = await session.client(IAMClient).send(
        new SimulatePrincipalPolicyCommand({
          PolicySourceArn: principalOf(Arn),
          ActionNames: [...new Set(permissions.map(({ action }) => action))],
        }),
      );
      const denied = EvaluationResults.filter(({ EvalDecision }) => EvalDecision !== 'allowed');
      if (denied.length === 0) return { allowed: true };
      const reasons = denied.map(({ EvalActionName, EvalDecision }) => `${EvalActionName}: ${EvalDecision}`);
      return {
        allowed: false,
        missing: denied.map(({ EvalActionName = '' }) => EvalActionName),
        reason: `The policy simulation for ${Arn} returned ${reasons.join(', ')}.`,
      };
    },
  );
};

const statementFor = (action: string | undefined): { Effect: 'Allow'; Action: string; Resource: '*' } | undefined =>
  action === undefined ? undefined : { Effect: 'Allow', Action: action, Resource: '*' };

/** IAM requires the ARN of the role, not of the session: `arn:aws:sts::1:assumed-role/deploy/me` → `arn:aws:iam::1:role/deploy`. */
const principalOf = (arn: string): string => {
  const [, partition, , , account, resource = ''] = arn.split(':');
  const [kind, role] = resource.split('/');
  return kind === 'assumed-role' ? `arn:${partition}:iam::${account}:role/${role}` : arn;
};
