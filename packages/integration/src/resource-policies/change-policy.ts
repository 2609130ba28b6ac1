import type { CallOptions } from '@arch/core/builder';

import { oneAfterTheOther } from './one-after-the-other.js';
import {
  type Grant,
  hasStatement,
  type Keep,
  type Permitting,
  type Policy,
  statementId,
  stillPermits,
  withoutStatement,
  withStatement,
} from './policy.js';

/** A policy that can only be read and replaced as a whole. */
export interface WholePolicy {
  readonly grant: Grant;
  /** What the statement says beside who and what: `Action`, and `Condition` where there is one. */
  readonly statement: object;
  readonly read: (options: CallOptions) => Promise<Policy | undefined>;
  readonly write: (policy: Policy, options: CallOptions) => Promise<void>;
}

/** Adds a grant to a policy unless it is there already; what else stands in it stays. */
export const changePolicy = (whole: WholePolicy, { options, undo }: Permitting): Promise<Keep | undefined> => {
  const { grant, statement, read, write } = whole;
  const id = statementId(grant);
  // AWS has no way to add a statement to these: of two that read and replace at once, one would be lost.
  const permit = async (): Promise<Keep | undefined> => {
    const policy = (await read(options)) ?? {};
    if (hasStatement(policy, id)) return undefined;
    const { service, resourceArn } = grant;
    const who = { Sid: id, Effect: 'Allow', Principal: { Service: service }, Resource: resourceArn };
    // It was not there a moment ago: also where the response to the change is lost, the statement is ours.
    const keep = undo(stillPermits(grant), (own) => takeBack(whole, id, own));
    await write(withStatement(policy, { ...who, ...statement }), options);
    return keep;
  };
  return oneAfterTheOther(grant.resourceArn, permit, options);
};

const takeBack = ({ grant, read, write }: WholePolicy, id: string, options: CallOptions): Promise<void> => {
  const change = async (): Promise<void> => {
    const policy = await read(options);
    if (policy && hasStatement(policy, id)) await write(withoutStatement(policy, id), options);
  };
  return oneAfterTheOther(grant.resourceArn, change, options);
};
