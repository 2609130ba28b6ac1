import { type AwsInput, input, nothing, operation, type Operation } from '@arch/core/builder';
import { ModifyInstanceMetadataOptionsCommand } from '@aws-sdk/client-ec2';

import { ec2 } from '../clients/ec2.js';
import { instanceId } from '../clients/ec2-ids.js';
import { instanceErrors } from '../clients/instance-errors.js';
import { metadataOptionsFields, type MetadataOptionsInput } from '../clients/metadata-options-input.js';

interface ModifyMetadataOptionsInput extends MetadataOptionsInput, AwsInput {
  readonly instanceId: string;
}

/** Changes how an instance's metadata service answers. */
export const modifyMetadataOptions: Operation<ModifyMetadataOptionsInput, void> = operation(() => ({
  name: 'modifyInstanceMetadataOptions',
  service: ec2,
  command: ModifyInstanceMetadataOptionsCommand,
  permissions: [{ action: 'ec2:ModifyInstanceMetadataOptions', resources: ['instance'] }],
  key: 'instanceId',
  input: input<ModifyMetadataOptionsInput>({ instanceId: instanceId(), ...metadataOptionsFields() }),
  output: nothing(),
  errors: instanceErrors,
}));
