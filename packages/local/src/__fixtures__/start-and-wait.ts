import { startLocalAws } from '../start-local-aws.js';

const aws = await startLocalAws();
process.stdout.write(`${JSON.stringify(aws.endpoints)}\n`);
setInterval(() => {}, 60_000);
