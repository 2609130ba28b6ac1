import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ec2, instanceId } from '@arch/services/ec2';
import { ModifyInstanceMetadataOptionsCommand } from '@aws-sdk/client-ec2';

import { metadataOptionsFields, type MetadataOptionsInput } from '../../metadata-options-input.js';

interface ModifyMetadataOptionsInput extends MetadataOptionsInput, AwsInput {
  readonly instanceId: string;
}

/** Changes the options of an instance's metadata service. */
export const modifyMetadataOptions: Operation<ModifyMetadataOptionsInput, void> = operation(() => ({
  service: ec2,
  command: ModifyInstanceMetadataOptionsCommand,
  permissions: [{ action: 'ec2:ModifyInstanceMetadataOptions', resources: ['instance'] }],
  key: 'instanceId',
  input: input<ModifyMetadataOptionsInput>({ instanceId: instanceId(), ...metadataOptionsFields() }),
  output: noOutput(),
}));
