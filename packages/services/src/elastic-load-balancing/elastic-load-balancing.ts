import {
  alreadyExists,
  awsQuery,
  capacity,
  conflict,
  invalidRequest,
  notFound,
  quota,
  type Service,
  whenMessage,
} from '@arch/core/builder';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';

/** Elastic Load Balancing v2 (application, network and gateway load balancers). */
export const elasticLoadBalancing: Service = {
  id: 'Elastic Load Balancing v2',
  client: ElasticLoadBalancingV2Client,
  protocol: awsQuery,
  prefix: 'elasticloadbalancing',
  arns: {
    listener: 'arn:aws:elasticloadbalancing:*:*:listener/{listenerArn}',
    loadbalancer: 'arn:aws:elasticloadbalancing:*:*:loadbalancer/{loadBalancerArn}',
    targetgroup: 'arn:aws:elasticloadbalancing:*:*:targetgroup/{targetGroupArn}',
  },
  errors: {
    CapacityReservationPending: conflict({ resource: 'load balancer', member: 'loadBalancerArn' }),
    DeleteAssociationSameAccount: invalidRequest(),
    DuplicateListener: alreadyExists({ resource: 'listener' }),
    DuplicateLoadBalancerName: alreadyExists({ resource: 'load balancer', member: 'name' }),
    DuplicateTagKeys: invalidRequest({ remedy: 'A tag key occurs twice.' }),
    DuplicateTargetGroupName: alreadyExists({ resource: 'target group', member: 'name' }),
    InvalidSecurityGroup: notFound({ resource: 'security group' }),
    InvalidSubnet: whenMessage(
      /out of available addresses|enough IP/i,
      capacity({ resource: 'subnet', remedy: 'Use a subnet with at least 8 free IP addresses.' }),
    ),
    ListenerNotFound: notFound({ resource: 'listener', member: 'listenerArn' }),
    LoadBalancerNotFound: notFound({ resource: 'load balancer', member: 'loadBalancerArn' }),
    OperationNotPermitted: conflict({ remedy: 'If deletion protection is enabled, disable it first.' }),
    ResourceInUse: conflict({ remedy: 'Delete or change the resources that use it first, e.g. listeners and rules.' }),
    SubnetNotFound: notFound({ resource: 'subnet' }),
    TargetGroupNotFound: notFound({ resource: 'target group', member: 'targetGroupArn' }),
    TooManyListeners: quota(),
    TooManyLoadBalancers: quota(),
    TooManyRegistrationsForTargetId: quota(),
    TooManyTargetGroups: quota(),
    TooManyTargets: quota(),
  },
  documentation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_',
};
