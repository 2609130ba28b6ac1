import { type AwsInput, input, nothing, operation, type Operation } from '@arch/core/builder';
import { ModifyInstanceAttributeCommand } from '@aws-sdk/client-ec2';

import { ec2 } from '../clients/ec2.js';
import { instanceId } from '../clients/ec2-ids.js';
import { instanceErrors } from '../clients/instance-errors.js';

interface ModifyInstanceAttributeInput extends AwsInput {
  readonly instanceId: string;
}

/** Changes one attribute, given in AWS's words: AWS takes only one in a request. */
export const modifyInstanceAttribute: Operation<ModifyInstanceAttributeInput, void> = operation(() => ({
  name: 'modifyInstance',
  service: ec2,
  command: ModifyInstanceAttributeCommand,
  permissions: [{ action: 'ec2:ModifyInstanceAttribute', resources: ['instance', 'security-group'] }],
  key: 'instanceId',
  input: input<ModifyInstanceAttributeInput>({ instanceId: instanceId() }),
  output: nothing(),
  errors: instanceErrors,
}));
