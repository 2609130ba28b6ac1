// A web application: a network of two zones, a load balancer, and a group of servers that grows from 2 to 4. Makes: all of that, taken down at the end; AWS bills it until then.
import {
  associateRouteTable,
  attachInternetGateway,
  createAutoScalingGroup,
  createInternetGateway,
  createLaunchTemplate,
  createListener,
  createLoadBalancer,
  createRoute,
  createRouteTable,
  createSecurityGroup,
  createSubnet,
  createTargetGroup,
  createVpc,
  deleteAutoScalingGroup,
  deleteInternetGateway,
  deleteLaunchTemplate,
  deleteLoadBalancer,
  deleteRouteTable,
  deleteSecurityGroup,
  deleteSubnet,
  deleteTargetGroup,
  deleteVpc,
  detachInternetGateway,
  disassociateRouteTable,
  setDesiredCapacity,
} from '@arch/compute';

const region = process.env['AWS_REGION'] ?? 'us-east-1';
const name = `web-${Date.now()}`;

/** What takes down what was made, the last first; what cannot be taken down is named. */
const undo: (() => Promise<unknown>)[] = [];
const made = <Thing>(thing: Thing, takeDown: () => Promise<unknown>): Thing => (undo.unshift(takeDown), thing);

try {
  const { vpcId } = await createVpc({ cidrBlock: '10.0.0.0/16', tags: { Name: name } }, { wait: true });
  made(vpcId, () => deleteVpc(vpcId));
  const { internetGatewayId } = await createInternetGateway({});
  made(internetGatewayId, () => deleteInternetGateway(internetGatewayId));
  await attachInternetGateway({ internetGatewayId, vpcId });
  made(vpcId, () => detachInternetGateway({ internetGatewayId, vpcId }));
  const { routeTableId } = await createRouteTable(vpcId);
  made(routeTableId, () => deleteRouteTable(routeTableId));
  await createRoute({ routeTableId, destinationCidrBlock: '0.0.0.0/0', gatewayId: internetGatewayId });
  const subnetIds: string[] = [];
  for (const [index, zone] of ['a', 'b'].entries()) {
    const cidrBlock = `10.0.${index}.0/24`;
    const { subnetId } = await createSubnet({ vpcId, cidrBlock, availabilityZone: `${region}${zone}` });
    subnetIds.push(made(subnetId, () => deleteSubnet(subnetId)));
    const { associationId } = await associateRouteTable({ routeTableId, subnetId });
    made(associationId, () => disassociateRouteTable(associationId));
  }
  const ingress = [{ protocol: 'tcp', port: 80, cidr: '0.0.0.0/0' }];
  const { groupId } = await createSecurityGroup({ groupName: name, description: 'web servers', vpcId, ingress });
  made(groupId, () => deleteSecurityGroup(groupId));

  const group = await createTargetGroup({ name, protocol: 'HTTP', port: 80, vpcId });
  made(group, () => deleteTargetGroup(group));
  const balancer = { name, subnets: subnetIds, scheme: 'internet-facing', securityGroups: [groupId] } as const;
  const { loadBalancerArn, dnsName } = await createLoadBalancer(balancer, { wait: true });
  made(loadBalancerArn, () => deleteLoadBalancer(loadBalancerArn));
  const { targetGroupArn } = group;
  await createListener({ loadBalancerArn, protocol: 'HTTP', port: 80, defaultAction: { targetGroupArn } });

  const launch = { image: { os: 'amazon-linux-2023' }, instanceType: 't3.micro', securityGroupIds: [groupId] } as const;
  const { launchTemplateId } = await createLaunchTemplate({ launchTemplateName: name, ...launch });
  made(launchTemplateId, () => deleteLaunchTemplate(launchTemplateId));
  const sizes = { minSize: 2, maxSize: 4, subnetIds, targetGroupArns: [targetGroupArn] };
  const web = { autoScalingGroupName: name, launchTemplate: launchTemplateId, ...sizes };
  const two = await createAutoScalingGroup(web, { wait: true });
  made(name, () => deleteAutoScalingGroup({ autoScalingGroupName: name, forceDelete: true }, { wait: true }));
  const four = await setDesiredCapacity({ autoScalingGroupName: name, desiredCapacity: 4 }, { wait: true });
  console.log(`http://${dnsName} had ${two.instances.length} servers and has ${four.instances.length}`);
} finally {
  for (const takeDown of undo) await takeDown().catch((error: unknown) => console.error('still there:', String(error)));
}
