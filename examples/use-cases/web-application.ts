// A web application: a network in two zones, a load balancer, and an Auto Scaling group that grows from 2 to 4 servers. Creates: all of these, deleted at the end; AWS bills them until then.
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

/** Deletes the created resources, the last one first. */
const undo: (() => Promise<unknown>)[] = [];
const deleteLater = (remove: () => Promise<unknown>): unknown => undo.unshift(remove);

try {
  const { vpcId } = await createVpc({ cidrBlock: '10.0.0.0/16', tags: { Name: name } }, { wait: true });
  deleteLater(() => deleteVpc(vpcId));
  const { internetGatewayId } = await createInternetGateway({});
  deleteLater(() => deleteInternetGateway(internetGatewayId));
  await attachInternetGateway({ internetGatewayId, vpcId });
  deleteLater(() => detachInternetGateway({ internetGatewayId, vpcId }));
  const { routeTableId } = await createRouteTable(vpcId);
  deleteLater(() => deleteRouteTable(routeTableId));
  await createRoute({ routeTableId, destinationCidrBlock: '0.0.0.0/0', gatewayId: internetGatewayId });
  const subnetIds: string[] = [];
  for (const [index, zone] of ['a', 'b'].entries()) {
    const cidrBlock = `10.0.${index}.0/24`;
    const { subnetId } = await createSubnet({ vpcId, cidrBlock, availabilityZone: `${region}${zone}` });
    subnetIds.push(subnetId);
    deleteLater(() => deleteSubnet(subnetId));
    const { associationId } = await associateRouteTable({ routeTableId, subnetId });
    deleteLater(() => disassociateRouteTable(associationId));
  }
  const ingress = [{ protocol: 'tcp', port: 80, cidr: '0.0.0.0/0' }];
  const { groupId } = await createSecurityGroup({ groupName: name, description: 'web servers', vpcId, ingress });
  deleteLater(() => deleteSecurityGroup(groupId));

  const group = await createTargetGroup({ name, protocol: 'HTTP', port: 80, vpcId });
  deleteLater(() => deleteTargetGroup(group));
  const balancer = { name, subnets: subnetIds, scheme: 'internet-facing', securityGroups: [groupId] } as const;
  const { loadBalancerArn, dnsName } = await createLoadBalancer(balancer, { wait: true });
  deleteLater(() => deleteLoadBalancer(loadBalancerArn));
  const { targetGroupArn } = group;
  await createListener({ loadBalancerArn, protocol: 'HTTP', port: 80, defaultAction: { targetGroupArn } });

  const launch = { image: { os: 'amazon-linux-2023' }, instanceType: 't3.micro', securityGroupIds: [groupId] } as const;
  const { launchTemplateId } = await createLaunchTemplate({ launchTemplateName: name, ...launch });
  deleteLater(() => deleteLaunchTemplate(launchTemplateId));
  const sizes = { minSize: 2, maxSize: 4, subnetIds, targetGroupArns: [targetGroupArn] };
  const web = { autoScalingGroupName: name, launchTemplate: launchTemplateId, ...sizes };
  const two = await createAutoScalingGroup(web, { wait: true });
  deleteLater(() => deleteAutoScalingGroup({ autoScalingGroupName: name, forceDelete: true }, { wait: true }));
  const four = await setDesiredCapacity({ autoScalingGroupName: name, desiredCapacity: 4 }, { wait: true });
  console.log(`http://${dnsName} had ${two.instances.length} servers and has ${four.instances.length}`);
} finally {
  for (const remove of undo) await remove().catch((error: unknown) => console.error('not deleted:', String(error)));
}
