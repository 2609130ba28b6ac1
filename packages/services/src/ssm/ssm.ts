import { awsJson, notFound, type Service } from '@arch/core/builder';
import { SSMClient } from '@aws-sdk/client-ssm';

/** AWS Systems Manager. AWS publishes the IDs of its latest images there as public parameters. */
export const ssm: Service = {
  id: 'SSM',
  client: SSMClient,
  protocol: awsJson,
  prefix: 'ssm',
  arns: { 'public-parameter': 'arn:aws:ssm:*::parameter/aws/service/*' },
  errors: { ParameterNotFound: notFound({ resource: 'public parameter', member: 'name' }) },
  documentation: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_',
};
