import { type CallOptions, input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';
import { instanceId } from '@arch/services/ec2';

import { describeInstance } from '../index.js';
import { getPasswordData } from './get-password-data.js';
import type { PasswordData } from './password-data.js';
import { privateKey } from './private-key.js';

export interface WaitForPasswordDataInput {
  /** The ID of the instance, e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** The RSA private key of the key pair of the instance, as PEM text. It decrypts the password locally and is never sent. */
  readonly privateKey?: string | undefined;
}

/**
 * Waits until a Windows instance has written its administrator password, which takes up to 15 minutes after the launch. The wait ends at
 * once for an instance that never writes one: not Windows, without a key pair, stopped or terminated.
 *
 * @example
 * const { password } = await waitForPasswordData({ instanceId, privateKey: await readFile('web.pem', 'utf8') });
 * @throws {WaitError} the instance never writes a password.
 * @throws {DeadlineError} the instance has not written a password within 15 minutes, or `timeoutMs`.
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {InvalidInputError} the password is encrypted with a key that does not match `privateKey`.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetPasswordData.html
 */
export const waitForPasswordData: Waiter<string | WaitForPasswordDataInput, PasswordData, { on: 'instanceId' }> =
  waiter(() => ({
    name: 'waitForPasswordData',
    key: 'instanceId',
    input: input<WaitForPasswordDataInput>({ instanceId: instanceId(), privateKey: z.optional(privateKey()) }),
    uses: [getPasswordData, describeInstance],
    timeoutMs: 900_000,
    pollMs: 5_000,
    look: async (wanted, options): Promise<Observation<PasswordData>> => {
      const value = await getPasswordData(wanted, options);
      return value.passwordData === undefined
        ? { ...(await observeInstance(wanted.instanceId, options)), value }
        : { verdict: 'reached', state: 'available', value };
    },
  }));

const observeInstance = async (
  instanceId: string,
  options: CallOptions,
): Promise<Omit<Observation<PasswordData>, 'value'>> => {
  const { state, platform, platformDetails, keyName, stateReason } = await describeInstance(instanceId, options);
  if (!['pending', 'running'].includes(state)) return { verdict: 'failed', state, reason: stateReason?.message };
  if (platform?.toLowerCase() !== 'windows')
    return { verdict: 'failed', state: `not a Windows instance (${platformDetails ?? 'platform unknown'})` };
  if (keyName === undefined) return { verdict: 'failed', state: 'without a key pair to encrypt the password' };
  return { verdict: 'pending', state: `${state}, without a password yet` };
};
