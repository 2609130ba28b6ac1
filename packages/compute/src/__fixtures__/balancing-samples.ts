import type { LayerSamples } from '@arch/contract';

const prefix = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012';
const loadBalancerArn = `${prefix}:loadbalancer/app/web/50dc6c495c0c9188`;
const targetGroupArn = `${prefix}:targetgroup/web/73e2d6bc24d8a067`;
const listenerArn = `${prefix}:listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2`;
const instanceId = 'i-0123456789abcdef0';
const loadBalancer = {
  LoadBalancerArn: loadBalancerArn,
  LoadBalancerName: 'web',
  DNSName: 'web-1.eu-west-1.elb.amazonaws.com',
  State: { Code: 'active' },
  Type: 'application',
  Scheme: 'internal',
  AvailabilityZones: [{ ZoneName: 'eu-west-1a', SubnetId: 'subnet-01234567' }],
};
const targetGroup = { TargetGroupArn: targetGroupArn, TargetGroupName: 'web', TargetType: 'instance', Port: 80 };
const listener = {
  ListenerArn: listenerArn,
  LoadBalancerArn: loadBalancerArn,
  Port: 80,
  Protocol: 'HTTP',
  DefaultActions: [{ Type: 'forward', TargetGroupArn: targetGroupArn }],
};

/** One valid input per function, one valid response per AWS operation. */
export const balancingSamples: LayerSamples = {
  inputs: {
    createListener: { loadBalancerArn, protocol: 'HTTP', port: 80, defaultAction: { targetGroupArn } },
    createLoadBalancer: { name: 'web', subnets: ['subnet-01234567', 'subnet-89abcdef'] },
    createTargetGroup: { name: 'web', protocol: 'HTTP', port: 80, vpcId: 'vpc-01234567' },
    deleteListener: listenerArn,
    deleteLoadBalancer: loadBalancerArn,
    deleteTargetGroup: targetGroupArn,
    deregisterTargets: { targetGroupArn, targets: [instanceId] },
    describeListener: listenerArn,
    describeLoadBalancer: loadBalancerArn,
    describeTargetGroup: targetGroupArn,
    listListeners: { loadBalancerArn },
    listLoadBalancers: {},
    listTargetGroups: {},
    listTargets: { targetGroupArn },
    registerTargets: { targetGroupArn, targets: [instanceId] },
    waitForLoadBalancer: { loadBalancerArn, state: 'active' },
    waitForTargetsHealthy: targetGroupArn,
  },
  answers: {
    CreateListener: { Listeners: [listener] },
    CreateLoadBalancer: { LoadBalancers: [loadBalancer] },
    CreateTargetGroup: { TargetGroups: [targetGroup] },
    DeleteListener: {},
    DeleteLoadBalancer: {},
    DeleteTargetGroup: {},
    DeregisterTargets: {},
    DescribeListeners: { Listeners: [listener] },
    DescribeLoadBalancers: { LoadBalancers: [loadBalancer] },
    DescribeTargetGroups: { TargetGroups: [targetGroup] },
    DescribeTargetHealth: {
      TargetHealthDescriptions: [{ Target: { Id: instanceId, Port: 80 }, TargetHealth: { State: 'healthy' } }],
    },
    RegisterTargets: {},
  },
};
