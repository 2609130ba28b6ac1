import { InvalidInputError } from '@arch/core';
import { type AwsInput, input, type Operation, task, z } from '@arch/core/builder';
import { instanceId } from '@arch/services/ec2';

import type { PasswordData } from './password-data.js';
import { decrypt, privateKey } from './private-key.js';
import { readPasswordData } from './read-password-data.js';

export interface GetPasswordDataInput extends AwsInput {
  /** e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** The private key of the instance's key pair, RSA, as PEM text: it decrypts the password here and is sent nowhere. */
  readonly privateKey?: string | undefined;
}

/**
 * Gets the administrator's password of a Windows instance, decrypted where `privateKey` is passed. The instance writes it at its first start, which
 * takes up to 15 minutes: until then `passwordData` and `password` are absent, and `waitForPasswordData` waits for them.
 *
 * @example
 * const { password } = await getPasswordData({ instanceId: 'i-0123456789abcdef0', privateKey: await readFile('web.pem', 'utf8') });
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {InvalidInputError} the password is encrypted for another key than `privateKey`.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetPasswordData.html
 */
export const getPasswordData: Operation<string | GetPasswordDataInput, PasswordData> = task(() => ({
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
}));

const wrongKey = (id: string): InvalidInputError =>
  new InvalidInputError(
    `getPasswordData: the password of ${id} is encrypted for another key than privateKey. Pass the private key of the key pair that the ` +
      'instance was launched with: describeInstance names it as keyName.',
    { operation: 'getPasswordData', resource: 'instance', id },
  );
