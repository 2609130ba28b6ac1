import { type CallOptions, nodeCrypto, type TaskSteps, z } from '@arch/core/builder';

/** A policy as JSON has it, e.g. `{ Version: '2012-10-17', Statement: […] }`. */
export type Policy = Readonly<Record<string, unknown>>;

/** A policy in an input. */
export const policyObject = (): z.ZodMiniType<Policy> =>
  z.custom<Policy>(
    (value) => typeof value === 'object' && value !== null && 'Statement' in value,
    "a policy as an object such as { Version: '2012-10-17', Statement: [] }",
  );

/** A policy in an answer. */
export const policyRecord = (): z.ZodMiniType<Policy> => z.record(z.string(), z.unknown()) as never;

/** A service that does something to a resource on behalf of one of its own. */
export interface Grant {
  /** ARN of the function, queue or topic. */
  readonly resourceArn: string;
  /** e.g. `events.amazonaws.com`. */
  readonly service: string;
  /** ARN of the rule or topic on whose behalf. */
  readonly sourceArn: string;
}

/** How a permission that was added is kept although the task fails. Where it was there before, nobody takes it back. */
export type Keep = () => void;

/** Who permits: with which options, and by what it is taken back. */
export interface Permitting extends TaskSteps {
  readonly options: CallOptions;
}

/** The end of a sentence: what a policy says when nobody can take it back. */
export const stillPermits = ({ resourceArn, service }: Grant): string =>
  `the policy of ${resourceArn} still lets ${service} use it`;

/** The same grant has the same ID, so that it stands in a policy once: 1–100 letters and digits. */
export const statementId = ({ resourceArn, service, sourceArn }: Grant): string =>
  `arch${nodeCrypto().createHash('sha256').update(`${service} ${sourceArn} ${resourceArn}`).digest('hex').slice(0, 24)}`;

interface Statement {
  readonly Sid?: string;
}

const statementsOf = ({ Statement = [] }: Policy): readonly Statement[] =>
  (Array.isArray(Statement) ? Statement : [Statement]) as readonly Statement[];

/** Whether a policy holds a statement of this ID. */
export const hasStatement = (policy: Policy, id: string): boolean => statementsOf(policy).some(({ Sid }) => Sid === id);

/** The policy with one statement more; the others stay as they are. */
export const withStatement = (policy: Policy, statement: Statement): Policy => ({
  Version: '2012-10-17',
  ...policy,
  Statement: [...statementsOf(policy), statement],
});

/** The policy without the statement of this ID. */
export const withoutStatement = (policy: Policy, id: string): Policy => ({
  ...policy,
  Statement: statementsOf(policy).filter(({ Sid }) => Sid !== id),
});
