import type { S3Server } from '../s3-servers.js';
import { startLocalAws } from '../start-local-aws.js';

const aws = await startLocalAws({ s3: process.argv[2] as S3Server | undefined });
const { endpoints, env, credentials } = aws;
process.stdout.write(`${JSON.stringify({ endpoints, env, credentials })}\n`);
setInterval(() => {}, 60_000);
