import type { CallOptions } from '@arch/core/builder';

import { runInSequence } from './run-in-sequence.js';
import {
  type Grant,
  hasStatement,
  type Keep,
  type PermitContext,
  type Policy,
  statementId,
  stillPermitsText,
  withoutStatement,
  withStatement,
} from './policy.js';

/** A resource policy to which AWS cannot add a single statement: it can only be read and replaced. */
export interface WholePolicy {
  readonly grant: Grant;
  /** `Action` and, if there is one, `Condition` of the statement. `Principal` and `Resource` are those of the grant. */
  readonly statement: object;
  readonly read: (options: CallOptions) => Promise<Policy | undefined>;
  readonly write: (policy: Policy, options: CallOptions) => Promise<void>;
}

/** Adds a grant to a policy unless the policy already contains it. The other statements do not change. */
export const changePolicy = (whole: WholePolicy, { options, undo }: PermitContext): Promise<Keep | undefined> => {
  const { grant, statement, read, write } = whole;
  const id = statementId(grant);
  // If two calls read and replace a policy at the same time, the statement of one of them is lost.
  const permit = async (): Promise<Keep | undefined> => {
    const policy = (await read(options)) ?? {};
    if (hasStatement(policy, id)) return undefined;
    const { service, resourceArn } = grant;
    const allow = { Sid: id, Effect: 'Allow', Principal: { Service: service }, Resource: resourceArn };
    // The policy did not contain the statement before. The undo is therefore safe, also if the response to the change is lost.
    const keep = undo(stillPermitsText(grant), (own) => removeStatement(whole, id, own));
    await write(withStatement(policy, { ...allow, ...statement }), options);
    return keep;
  };
  return runInSequence(grant.resourceArn, permit, options);
};

const removeStatement = ({ grant, read, write }: WholePolicy, id: string, options: CallOptions): Promise<void> => {
  const change = async (): Promise<void> => {
    const policy = await read(options);
    if (policy && hasStatement(policy, id)) await write(withoutStatement(policy, id), options);
  };
  return runInSequence(grant.resourceArn, change, options);
};
