import { awsQuery, type Service } from '@arch/core/builder';
import { EC2Client } from '@aws-sdk/client-ec2';

import { ec2Errors } from './ec2-errors.js';

/** Amazon EC2: instances, images and networks, and the volumes and snapshots of EBS. */
export const ec2: Service = {
  id: 'EC2',
  client: EC2Client,
  protocol: awsQuery,
  prefix: 'ec2',
  arns: {
    image: 'arn:aws:ec2:*::image/{imageId}',
    'import-snapshot-task': 'arn:aws:ec2:*:*:import-snapshot-task/{importTaskId}',
    instance: 'arn:aws:ec2:*:*:instance/{instanceId}',
    'launch-template': 'arn:aws:ec2:*:*:launch-template/{launchTemplateId}',
    'key-pair': 'arn:aws:ec2:*:*:key-pair/{keyName}',
    'network-interface': 'arn:aws:ec2:*:*:network-interface/{networkInterfaceId}',
    'security-group': 'arn:aws:ec2:*:*:security-group/{groupId}',
    'spot-instances-request': 'arn:aws:ec2:*:*:spot-instances-request/{spotInstanceRequestId}',
    subnet: 'arn:aws:ec2:*:*:subnet/{subnetId}',
    'internet-gateway': 'arn:aws:ec2:*:*:internet-gateway/{internetGatewayId}',
    'route-table': 'arn:aws:ec2:*:*:route-table/{routeTableId}',
    snapshot: 'arn:aws:ec2:*::snapshot/{snapshotId}',
    vpc: 'arn:aws:ec2:*:*:vpc/{vpcId}',
    volume: 'arn:aws:ec2:*:*:volume/{volumeId}',
  },
  errors: ec2Errors,
  documentation: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_',
};
