import type { Service } from '@arch/core/builder';
import { EC2Client } from '@aws-sdk/client-ec2';

import { ec2Errors } from './ec2-errors.js';

/** Amazon EC2: instances, images and networks, and the volumes and snapshots of EBS. */
export const ec2: Service = {
  id: 'EC2',
  client: EC2Client,
  prefix: 'ec2',
  arns: {
    image: 'arn:aws:ec2:*::image/*',
    instance: 'arn:aws:ec2:*:*:instance/*',
    'launch-template': 'arn:aws:ec2:*:*:launch-template/*',
    'key-pair': 'arn:aws:ec2:*:*:key-pair/*',
    'network-interface': 'arn:aws:ec2:*:*:network-interface/*',
    'security-group': 'arn:aws:ec2:*:*:security-group/*',
    'spot-instances-request': 'arn:aws:ec2:*:*:spot-instances-request/*',
    subnet: 'arn:aws:ec2:*:*:subnet/*',
    'internet-gateway': 'arn:aws:ec2:*:*:internet-gateway/*',
    'route-table': 'arn:aws:ec2:*:*:route-table/*',
    snapshot: 'arn:aws:ec2:*::snapshot/*',
    vpc: 'arn:aws:ec2:*:*:vpc/*',
    volume: 'arn:aws:ec2:*:*:volume/*',
  },
  errors: ec2Errors,
  documentation: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_',
};
