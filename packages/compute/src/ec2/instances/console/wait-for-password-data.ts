import { type CallOptions, input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';
import { instanceId } from '@arch/services/ec2';

import { describeInstance } from '../index.js';
import { getPasswordData } from './get-password-data.js';
import type { PasswordData } from './password-data.js';
import { privateKey } from './private-key.js';

export interface WaitForPasswordDataInput {
  /** e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** The private key of the instance's key pair, RSA, as PEM text: it decrypts the password here and is sent nowhere. */
  readonly privateKey?: string | undefined;
}

/**
 * Waits until a Windows instance has written its administrator's password, which takes up to 15 minutes after its launch. An instance that
 * will never write one (no Windows, no key pair, stopped, terminated) ends the wait at once.
 *
 * @example
 * const { password } = await waitForPasswordData({ instanceId, privateKey: await readFile('web.pem', 'utf8') });
 * @throws {WaitError} the instance will not write a password.
 * @throws {DeadlineError} it was not there within 15 minutes, or `timeoutMs`.
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {InvalidInputError} the password is encrypted for another key than `privateKey`.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetPasswordData.html
 */
export const waitForPasswordData: Waiter<string | WaitForPasswordDataInput, PasswordData> = waiter(() => ({
  name: 'waitForPasswordData',
  key: 'instanceId',
  input: input<WaitForPasswordDataInput>({ instanceId: instanceId(), privateKey: z.optional(privateKey()) }),
  uses: [getPasswordData, describeInstance],
  timeoutMs: 900_000,
  pollMs: 5_000,
  look: async (wanted, options): Promise<Observation<PasswordData>> => {
    const value = await getPasswordData(wanted, options);
    return value.passwordData === undefined
      ? { ...(await lookAtInstance(wanted.instanceId, options)), value }
      : { verdict: 'reached', state: 'available', value };
  },
}));

const lookAtInstance = async (
  instanceId: string,
  options: CallOptions,
): Promise<Omit<Observation<PasswordData>, 'value'>> => {
  const { state, platform, platformDetails, keyName, stateReason } = await describeInstance(instanceId, options);
  if (!['pending', 'running'].includes(state)) return { verdict: 'failed', state, reason: stateReason?.message };
  if (platform?.toLowerCase() !== 'windows')
    return { verdict: 'failed', state: `no Windows but ${platformDetails ?? 'another system'}` };
  if (keyName === undefined) return { verdict: 'failed', state: 'without a key pair to encrypt a password for' };
  return { verdict: 'pending', state: `${state}, without a password yet` };
};
