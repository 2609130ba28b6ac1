/** Returns the XML of one typical instance, about 4.5 KB. */
export const instanceXml = (id: string, state = 'running'): string => `
<item><instanceId>${id}</instanceId><imageId>ami-0abcdef1234567890</imageId>
<instanceState><code>16</code><name>${state}</name></instanceState>
<privateDnsName>ip-10-0-0-157.eu-west-1.compute.internal</privateDnsName>
<dnsName>ec2-34-253-223-13.eu-west-1.compute.amazonaws.com</dnsName><reason/><keyName>operations</keyName>
<amiLaunchIndex>0</amiLaunchIndex><productCodes/><instanceType>t3.micro</instanceType>
<launchTime>2026-11-01T10:48:59.000Z</launchTime>
<placement><availabilityZone>eu-west-1a</availabilityZone><availabilityZoneId>euw1-az1</availabilityZoneId><groupName/><tenancy>default</tenancy></placement>
<monitoring><state>disabled</state></monitoring><subnetId>subnet-04a636d18e83cfacb</subnetId><vpcId>vpc-1234567890abcdef0</vpcId>
<privateIpAddress>10.0.0.157</privateIpAddress><ipAddress>34.253.223.13</ipAddress><sourceDestCheck>true</sourceDestCheck>
<groupSet><item><groupId>sg-1234567890abcdef0</groupId><groupName>web &amp; api</groupName></item></groupSet>
<architecture>x86_64</architecture><rootDeviceType>ebs</rootDeviceType><rootDeviceName>/dev/xvda</rootDeviceName>
<blockDeviceMapping>${[0, 1].map((n) => `<item><deviceName>/dev/xvd${'ab'[n]}</deviceName><ebs><volumeId>vol-02e6ccdca7de29cf${n}</volumeId><status>attached</status><attachTime>2026-11-01T10:49:00.000Z</attachTime><deleteOnTermination>true</deleteOnTermination></ebs></item>`).join('\n')}</blockDeviceMapping>
<virtualizationType>hvm</virtualizationType><clientToken>1234abcd-1234-abcd-1234-d46a8903e9bc</clientToken>
<tagSet>${['Name', 'team', 'stage', 'cost-center', 'owner', 'repository'].map((key) => `<item><key>${key}</key><value>${key} of ${id}</value></item>`).join('\n')}</tagSet>
<hypervisor>xen</hypervisor>
<networkInterfaceSet><item><networkInterfaceId>eni-1234567890abcdef0</networkInterfaceId><subnetId>subnet-04a636d18e83cfacb</subnetId>
<vpcId>vpc-1234567890abcdef0</vpcId><description/><ownerId>104024344472</ownerId><status>in-use</status><macAddress>00:11:22:33:44:55</macAddress>
<privateIpAddress>10.0.0.157</privateIpAddress><privateDnsName>ip-10-0-0-157.eu-west-1.compute.internal</privateDnsName><sourceDestCheck>true</sourceDestCheck>
<groupSet><item><groupId>sg-1234567890abcdef0</groupId><groupName>web &amp; api</groupName></item></groupSet>
<attachment><attachmentId>eni-attach-1234567890abcdef0</attachmentId><deviceIndex>0</deviceIndex><status>attached</status><attachTime>2026-11-01T10:48:59.000Z</attachTime><deleteOnTermination>true</deleteOnTermination><networkCardIndex>0</networkCardIndex></attachment>
<association><publicIp>34.253.223.13</publicIp><publicDnsName>ec2-34-253-223-13.eu-west-1.compute.amazonaws.com</publicDnsName><ipOwnerId>amazon</ipOwnerId></association>
<privateIpAddressesSet><item><privateIpAddress>10.0.0.157</privateIpAddress><privateDnsName>ip-10-0-0-157.eu-west-1.compute.internal</privateDnsName><primary>true</primary><association><publicIp>34.253.223.13</publicIp><publicDnsName>ec2-34-253-223-13.eu-west-1.compute.amazonaws.com</publicDnsName><ipOwnerId>amazon</ipOwnerId></association></item></privateIpAddressesSet>
<ipv6AddressesSet/><interfaceType>interface</interfaceType></item></networkInterfaceSet>
<iamInstanceProfile><arn>arn:aws:iam::111111111111:instance-profile/web</arn><id>AIPAIOSFODNN7EXAMPLE1</id></iamInstanceProfile>
<ebsOptimized>true</ebsOptimized><enaSupport>true</enaSupport><cpuOptions><coreCount>1</coreCount><threadsPerCore>2</threadsPerCore></cpuOptions>
<capacityReservationSpecification><capacityReservationPreference>open</capacityReservationPreference></capacityReservationSpecification>
<hibernationOptions><configured>false</configured></hibernationOptions>
<metadataOptions><state>applied</state><httpTokens>required</httpTokens><httpPutResponseHopLimit>1</httpPutResponseHopLimit><httpEndpoint>enabled</httpEndpoint><httpProtocolIpv6>disabled</httpProtocolIpv6><instanceMetadataTags>enabled</instanceMetadataTags></metadataOptions>
<enclaveOptions><enabled>false</enabled></enclaveOptions><platformDetails>Linux/UNIX</platformDetails><usageOperation>RunInstances</usageOperation>
<usageOperationUpdateTime>2026-11-01T10:48:59.000Z</usageOperationUpdateTime>
<privateDnsNameOptions><hostnameType>ip-name</hostnameType><enableResourceNameDnsARecord>true</enableResourceNameDnsARecord><enableResourceNameDnsAAAARecord>false</enableResourceNameDnsAAAARecord></privateDnsNameOptions>
<maintenanceOptions><autoRecovery>default</autoRecovery></maintenanceOptions><currentInstanceBootMode>legacy-bios</currentInstanceBootMode></item>`;

/** Returns the shortest XML of an instance, to measure calls and not the reading of responses. */
export const leanInstanceXml = (id: string, state = 'running'): string =>
  `<item><instanceId>${id}</instanceId><imageId>ami-0abcdef1234567890</imageId><instanceState><code>16</code><name>${state}</name></instanceState>` +
  '<instanceType>t3.micro</instanceType><launchTime>2026-11-01T10:48:59.000Z</launchTime><placement><availabilityZone>eu-west-1a</availabilityZone></placement></item>';

/** Returns a response of DescribeInstances. */
export const describeInstancesXml = (instances: readonly string[], nextToken?: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>8f7724cf-496f-496e-8fe3-example</requestId>
<reservationSet>${instances.map((xml) => `<item><reservationId>r-1234567890abcdef0</reservationId><ownerId>111111111111</ownerId><groupSet/><instancesSet>${xml}</instancesSet></item>`).join('')}</reservationSet>
${nextToken === undefined ? '' : `<nextToken>${nextToken}</nextToken>`}</DescribeInstancesResponse>`;

/** Returns the n-th instance ID. */
export const instanceIdOf = (n: number): string => `i-${n.toString(16).padStart(17, '0')}`;
