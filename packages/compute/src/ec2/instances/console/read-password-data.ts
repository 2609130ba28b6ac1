import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { ec2, instanceId } from '@arch/services/ec2';
import { GetPasswordDataCommand } from '@aws-sdk/client-ec2';

import { encryptedPassword, type EncryptedPassword } from './password-data.js';

interface ReadPasswordDataInput extends AwsInput {
  readonly instanceId: string;
}

/** Sends the request of `getPasswordData`, which does not contain the private key. */
export const readPasswordData: Operation<ReadPasswordDataInput, EncryptedPassword> = operation(() => ({
  service: ec2,
  command: GetPasswordDataCommand,
  permissions: [{ action: 'ec2:GetPasswordData', resources: ['instance'] }],
  key: 'instanceId',
  input: input<ReadPasswordDataInput>({ instanceId: instanceId() }),
  output: encryptedPassword(),
}));
