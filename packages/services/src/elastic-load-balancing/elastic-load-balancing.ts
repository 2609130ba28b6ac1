import { alreadyExists, conflict, notFound, quota, type Service } from '@arch/core/builder';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';

/** Elastic Load Balancing v2 (application, network and gateway load balancers). */
export const elasticLoadBalancing: Service = {
  id: 'Elastic Load Balancing v2',
  client: ElasticLoadBalancingV2Client,
  prefix: 'elasticloadbalancing',
  arns: {
    listener: 'arn:aws:elasticloadbalancing:*:*:listener/*',
    loadbalancer: 'arn:aws:elasticloadbalancing:*:*:loadbalancer/*',
    targetgroup: 'arn:aws:elasticloadbalancing:*:*:targetgroup/*',
  },
  errors: {
    DuplicateListener: alreadyExists('listener'),
    DuplicateLoadBalancerName: alreadyExists('load balancer', 'name'),
    DuplicateTargetGroupName: alreadyExists('target group', 'name'),
    ListenerNotFound: notFound('listener', 'listenerArn'),
    LoadBalancerNotFound: notFound('load balancer', 'loadBalancerArn'),
    OperationNotPermitted: conflict(undefined, undefined, 'Is deletion protection on?'),
    ResourceInUse: conflict(undefined, undefined, 'Delete or detach what still uses it first.'),
    SubnetNotFound: notFound('subnet'),
    TargetGroupNotFound: notFound('target group', 'targetGroupArn'),
    TooManyListeners: quota(),
    TooManyLoadBalancers: quota(),
    TooManyRegistrationsForTargetId: quota(),
    TooManyTargetGroups: quota(),
    TooManyTargets: quota(),
  },
  documentation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_',
};
