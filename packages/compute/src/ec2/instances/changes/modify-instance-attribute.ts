import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ec2, instanceId } from '@arch/services/ec2';
import { ModifyInstanceAttributeCommand } from '@aws-sdk/client-ec2';

interface ModifyInstanceAttributeInput extends AwsInput {
  readonly instanceId: string;
}

/** Changes one attribute, which `aws` contains in AWS's form. AWS accepts only one attribute per request. */
export const modifyInstanceAttribute: Operation<ModifyInstanceAttributeInput, void> = operation(() => ({
  name: 'modifyInstance',
  service: ec2,
  command: ModifyInstanceAttributeCommand,
  permissions: [{ action: 'ec2:ModifyInstanceAttribute', resources: ['instance', 'security-group'] }],
  key: 'instanceId',
  input: input<ModifyInstanceAttributeInput>({ instanceId: instanceId() }),
  output: noOutput(),
}));
