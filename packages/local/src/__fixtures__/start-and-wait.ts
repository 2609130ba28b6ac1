import { startLocalAws } from '../start-local-aws.js';

const aws = await startLocalAws();
process.stdout.write(`${aws.endpoints['EC2']}\n`);
setInterval(() => {}, 60_000);
