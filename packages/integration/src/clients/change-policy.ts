import type { CallOptions } from '@arch/core/builder';

import { oneAfterTheOther } from './one-after-the-other.js';
import {
  type Grant,
  hasStatement,
  type Policy,
  statementId,
  withoutStatement,
  withStatement,
  type Undo,
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
export const changePolicy = async (whole: WholePolicy, options: CallOptions): Promise<Undo | undefined> => {
  const { grant, statement, read, write } = whole;
  const id = statementId(grant);
  // AWS has no way to add a statement to these: of two that read and replace at once, one would be lost.
  const isNew = await oneAfterTheOther(grant.resourceArn, async () => {
    const policy = (await read(options)) ?? {};
    if (hasStatement(policy, id)) return false;
    const { service, resourceArn } = grant;
    const who = { Sid: id, Effect: 'Allow', Principal: { Service: service }, Resource: resourceArn };
    await write(withStatement(policy, { ...who, ...statement }), options);
    return true;
  });
  if (!isNew) return undefined;
  return (own) =>
    oneAfterTheOther(grant.resourceArn, async () => {
      const policy = await read(own);
      if (policy && hasStatement(policy, id)) await write(withoutStatement(policy, id), own);
    });
};
