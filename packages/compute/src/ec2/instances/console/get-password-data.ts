import { InvalidInputError } from '@arch/core';
import { type AwsInput, input, type Operation, task, z } from '@arch/core/builder';
import { instanceId } from '@arch/services/ec2';

import type { PasswordData } from './password-data.js';
import { decrypt, privateKey } from './private-key.js';
import { readPasswordData } from './read-password-data.js';

export interface GetPasswordDataInput extends AwsInput {
  /** The ID of the instance, e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** The RSA private key of the key pair of the instance, as PEM text. It decrypts the password locally and is never sent. */
  readonly privateKey?: string | undefined;
}

/**
 * Returns the administrator password of a Windows instance, decrypted if `privateKey` is set. The instance writes the password within 15
 * minutes of its first start. Until then, `passwordData` and `password` are absent; `waitForPasswordData` waits for them.
 *
 * @example
 * const { password } = await getPasswordData({ instanceId: 'i-0123456789abcdef0', privateKey: await readFile('web.pem', 'utf8') });
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {InvalidInputError} the password is encrypted with a key that does not match `privateKey`.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetPasswordData.html
 */
export const getPasswordData: Operation<string | GetPasswordDataInput, PasswordData, { on: 'instanceId' }> = task(
  () => ({
    name: 'getPasswordData',
    key: 'instanceId',
    input: input<GetPasswordDataInput>({ instanceId: instanceId(), privateKey: z.optional(privateKey()) }),
    uses: [readPasswordData],
    run: async ({ privateKey, ...request }, options): Promise<PasswordData> => {
      const encrypted = await readPasswordData(request, options);
      if (privateKey === undefined || encrypted.passwordData === undefined) return encrypted;
      const password = decrypt(encrypted.passwordData, privateKey);
      if (password === undefined) throw wrongKey(request.instanceId);
      return Object.assign(encrypted, { password });
    },
  }),
);

const wrongKey = (id: string): InvalidInputError =>
  new InvalidInputError(
    `getPasswordData: the password of ${id} is encrypted with a key that does not match privateKey. Pass the private key of the key pair with ` +
      'which the instance was launched: keyName of describeInstance is its name.',
    { operation: 'getPasswordData', resource: 'instance', id },
  );
