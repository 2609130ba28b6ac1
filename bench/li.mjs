import { listInstances } from '@arch/compute';
import { createSession } from '@arch/core';
import { Readable } from 'node:stream';
import { describeInstancesXml, instanceIdOf, instanceXml } from './ec2-answers.ts';
const body = Buffer.from(describeInstancesXml(Array.from({length:1000},(_,n)=>instanceXml(instanceIdOf(n)))));
console.log((body.length/1e6).toFixed(2),'MB');
const transport = { handle: async () => ({ response: { statusCode: 200, headers: {'content-type':'text/xml'}, body: Readable.from([body]) } }), destroy(){} };
const session = createSession({ region:'eu-west-1', credentials:{ accessKeyId:'a', secretAccessKey:'b' }, transport, endpoint: 'http://127.0.0.1:1' });
const times=[]; for (let i=0;i<40;i++){ const t=performance.now(); await listInstances({}, {session}).toArray(); times.push(performance.now()-t);} times.splice(0,10); times.sort((a,b)=>a-b); console.log('median', times[15].toFixed(1));
