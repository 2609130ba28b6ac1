import { type AwsResource, from, input, operation, type Operation, resource, text, z } from '@arch/core/builder';
import { ssm } from '@arch/services/ssm';
import { GetParameterCommand, GetParameterResult$ } from '@aws-sdk/client-ssm';

interface PublicParameter extends AwsResource {
  readonly value: string;
}

/** Reads a public parameter of Systems Manager. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html */
export const getPublicParameter: Operation<string | { readonly name: string }, PublicParameter> = operation(() => ({
  service: ssm,
  command: GetParameterCommand,
  permissions: [
    { action: 'ssm:GetParameter', resources: ['public-parameter'], when: 'the image is selected by operating system' },
  ],
  key: 'name',
  input: input<{ readonly name: string }>({ name: text(1, 1_011) }),
  output: resource<PublicParameter>(GetParameterResult$, { value: from('Parameter.Value', z.string()) }),
}));
