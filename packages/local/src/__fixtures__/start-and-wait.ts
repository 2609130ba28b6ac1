import { startLocalAws } from '../start-local-aws.js';

const aws = await startLocalAws();
process.stdout.write(`${JSON.stringify({ endpoints: aws.endpoints, env: aws.env })}\n`);
setInterval(() => {}, 60_000);
