import { type CallOptions, nodeCrypto, type TaskSteps, z } from '@arch/core/builder';

/** A policy document as an object, e.g. `{ Version: '2012-10-17', Statement: […] }`. */
export type Policy = Readonly<Record<string, unknown>>;

/** The schema of a policy in an input. */
export const policyObject = (): z.ZodMiniType<Policy> =>
  z.custom<Policy>(
    (value) => typeof value === 'object' && value !== null && 'Statement' in value,
    "a policy as an object such as { Version: '2012-10-17', Statement: [] }",
  );

/** The schema of a policy in a response. */
export const policyRecord = (): z.ZodMiniType<Policy> => z.record(z.string(), z.unknown()) as never;

/** A permission for a service to use a resource on behalf of a rule or topic. */
export interface Grant {
  /** ARN of the function, queue or topic. */
  readonly resourceArn: string;
  /** Service principal, e.g. `events.amazonaws.com`. */
  readonly service: string;
  /** ARN of the rule or topic. */
  readonly sourceArn: string;
}

/** Keeps an added permission also if the task fails. Permissions that existed before are never removed. */
export type Keep = () => void;

/** Options and steps of the task that adds permissions. */
export interface PermitContext extends TaskSteps {
  readonly options: CallOptions;
}

/** The text about a permission that the task does not remove. It completes a sentence. */
export const stillPermitsText = ({ resourceArn, service }: Grant): string =>
  `the policy of ${resourceArn} still allows ${service} to use it`;

/** The statement ID of a grant. It is always the same, so that a policy contains the grant once. Lambda accepts 1–100 letters and digits. */
export const statementId = ({ resourceArn, service, sourceArn }: Grant): string =>
  `arch${nodeCrypto().createHash('sha256').update(`${service} ${sourceArn} ${resourceArn}`).digest('hex').slice(0, 24)}`;

interface Statement {
  readonly Sid?: string;
}

const statementsOf = ({ Statement = [] }: Policy): readonly Statement[] =>
  (Array.isArray(Statement) ? Statement : [Statement]) as readonly Statement[];

/** Whether a policy contains a statement with this ID. */
export const hasStatement = (policy: Policy, id: string): boolean => statementsOf(policy).some(({ Sid }) => Sid === id);

/** Adds a statement to a policy. */
export const withStatement = (policy: Policy, statement: Statement): Policy => ({
  Version: '2012-10-17',
  ...policy,
  Statement: [...statementsOf(policy), statement],
});

/** Removes the statement with this ID from a policy. */
export const withoutStatement = (policy: Policy, id: string): Policy => ({
  ...policy,
  Statement: statementsOf(policy).filter(({ Sid }) => Sid !== id),
});
