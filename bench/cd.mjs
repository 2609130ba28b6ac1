import { describeInstance } from '@arch/compute';
import { createSession } from '@arch/core';
import { Readable } from 'node:stream';
import { describeInstancesXml, instanceIdOf, leanInstanceXml } from './ec2-answers.ts';
const transport = { handle: async (r) => { const ids=[...new URLSearchParams(r.body)].filter(([k])=>k.startsWith('InstanceId.')).map(([,v])=>v); return { response: { statusCode: 200, headers: {'content-type':'text/xml'}, body: Readable.from([Buffer.from(describeInstancesXml(ids.map(i=>leanInstanceXml(i))))]) } }}, destroy(){} };
const session = createSession({ region:'eu-west-1', credentials:{ accessKeyId:'a', secretAccessKey:'b' }, transport, endpoint: 'http://127.0.0.1:1' });
const ids=Array.from({length:1000},(_,n)=>instanceIdOf(n));
const times=[]; for (let i=0;i<60;i++){ const t=performance.now(); await Promise.all(ids.map(id=>describeInstance(id,{session}))); times.push(performance.now()-t);} times.splice(0,10); times.sort((a,b)=>a-b); console.log('median', times[25].toFixed(1), 'min', times[0].toFixed(1));
