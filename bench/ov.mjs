import { describeInstance } from '@arch/compute';
import { createSession } from '@arch/core';
import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { Readable } from 'node:stream';
const id='i-0123456789abcdef0';
const xml = `<DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>8f</requestId><reservationSet><item><instancesSet><item><instanceId>${id}</instanceId><imageId>ami-1</imageId><instanceState><name>running</name></instanceState><instanceType>t3.micro</instanceType><launchTime>2026-11-01T10:00:00.000Z</launchTime><placement><availabilityZone>a</availabilityZone></placement></item></instancesSet></item></reservationSet></DescribeInstancesResponse>`;
const transport = { handle: async () => ({ response: { statusCode: 200, headers: {'content-type':'text/xml','x-amzn-requestid':'r'}, body: Readable.from([Buffer.from(xml)]) } }), destroy(){} , metadata:{}, updateHttpClientConfig(){}, httpHandlerConfigs(){return {}} };
const credentials = { accessKeyId:'a', secretAccessKey:'b' };
const session = createSession({ region:'eu-west-1', credentials, transport, endpoint: 'http://127.0.0.1:1' });
const client = new EC2Client({ region:'eu-west-1', credentials, requestHandler: transport, endpoint:'http://127.0.0.1:1' });
const ours = () => describeInstance(id, { session });
const nobatch = () => describeInstance(id, { session, batch:false });
const theirs = () => client.send(new DescribeInstancesCommand({ InstanceIds:[id] }));
for (const f of [ours,nobatch,theirs]) for (let i=0;i<1500;i++) await f();
for (let r=0;r<3;r++) for (const [n,f] of Object.entries({ours,nobatch,theirs})) { const t=performance.now(); for (let i=0;i<2000;i++) await f(); console.log(n, ((performance.now()-t)/2000*1000).toFixed(0),'us'); }
const t=performance.now(); await Promise.all(Array.from({length:1000},(_,n)=>describeInstance('i-'+n.toString(16).padStart(17,'0'),{session}).catch(()=>0))); console.log('1000 joined', (performance.now()-t).toFixed(1));
