import { AsyncLocalStorage } from 'node:async_hooks';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { AssumeRole } from '../credentials/assume-role.js';
import { sessionFor, withSession } from '../session/current-session.js';
import { declared, type DeclaredFunction } from '../declaration/info.js';
import type { Session } from '../session/session.js';
import { runConcurrently } from './run-concurrently.js';
import { concurrencyOf, type FanOutOptions } from './fan-out-options.js';

/** The result or error of one account. `ok` says which. */
export type AccountResult<Value> = { readonly accountId: string; readonly roleArn: string } & (
  | { readonly ok: true; readonly value: Value; readonly error?: undefined }
  | { readonly ok: false; readonly error: unknown; readonly value?: undefined }
);

/** The type of `acrossAccounts`. */
export interface AcrossAccounts extends DeclaredFunction<{ on: 'roleArn' }> {
  <Value>(
    roles: readonly (string | AssumeRole)[],
    work: (scope: {
      readonly accountId: string;
      readonly session: Session;
      readonly signal: AbortSignal;
    }) => Promise<Value>,
    options?: FanOutOptions,
  ): AsyncGenerator<AccountResult<Value>, void, undefined>;
}

/**
 * Runs `work` with the credentials of each role, several at a time, and yields each result when it is complete. An error in one account is that
 * account's result and does not end the others. A plain string is a role ARN. Calls inside `work` use the role's credentials.
 */
export const acrossAccounts: AcrossAccounts = declared(start, 'core', () => ({
  name: 'acrossAccounts',
  permissions: [{ action: 'sts:AssumeRole', resources: ['arn:aws:iam::*:role/{roleArn}'] }],
}));

function start<Value>(
  roles: Parameters<AcrossAccounts>[0],
  work: Parameters<typeof acrossAccounts<Value>>[1],
  options: FanOutOptions = {},
): AsyncGenerator<AccountResult<Value>, void, undefined> {
  return inAccounts({ roles, work, options, inContext: AsyncLocalStorage.snapshot() });
}

interface InAccounts<Value> {
  readonly roles: Parameters<AcrossAccounts>[0];
  readonly work: Parameters<typeof acrossAccounts<Value>>[1];
  readonly options: FanOutOptions;
  readonly inContext: ReturnType<typeof AsyncLocalStorage.snapshot>;
}

async function* inAccounts<Value>({
  roles,
  work,
  options,
  inContext,
}: InAccounts<Value>): AsyncGenerator<AccountResult<Value>, void, undefined> {
  const concurrency = concurrencyOf('acrossAccounts', options);
  if (!Array.isArray(roles)) throw new InvalidInputError('acrossAccounts: roles must be a list of role ARNs.');
  const session = inContext(() => sessionFor({ session: options.session }));
  const all = roles.map((role: string | AssumeRole): AssumeRole =>
    typeof role === 'string' ? { roleArn: role } : role,
  );
  yield* runConcurrently(
    all,
    { concurrency, signal: options.signal },
    async (role, signal): Promise<AccountResult<Value>> => {
      const { roleArn } = role;
      const accountId = roleArn.split(':')[4] ?? '';
      try {
        const assumed = session.assume(role);
        return {
          ok: true,
          accountId,
          roleArn,
          value: await withSession(assumed, () => work({ accountId, session: assumed, signal })),
        };
      } catch (error) {
        return { ok: false, accountId, roleArn, error };
      }
    },
  );
}
