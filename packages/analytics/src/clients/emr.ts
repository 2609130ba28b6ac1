import type { Service } from '@arch/core/builder';
import { EMRClient } from '@aws-sdk/client-emr';

/** EMR on EC2, as the operations of this package call it. It says most of what is wrong by one code, `InvalidRequestException`. */
export const emr: Service = {
  id: 'EMR',
  client: EMRClient,
  prefix: 'elasticmapreduce',
  arns: { cluster: 'arn:aws:elasticmapreduce:*:*:cluster/*' },
  errors: {},
  documentation: 'https://docs.aws.amazon.com/emr/latest/APIReference/API_',
};
