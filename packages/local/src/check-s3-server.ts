import { LocalAwsError } from './local-aws-error.js';
import { nearestName } from './nearest-name.js';
import { s3Servers, type S3Server } from './s3-servers.js';

/** Throws an error if a value is not the name of a server for S3. `option` is the name of the option that contains it. */
export function checkS3Server(option: string, value: string): S3Server {
  const server = s3Servers.find((name) => name === value);
  if (server !== undefined) return server;
  const near = nearestName(value, s3Servers);
  const suggestion = near === undefined ? '.' : `: did you mean "${near}"?`;
  throw new LocalAwsError(`${option} must be ${s3Servers.join(' or ')} (got "${value}")${suggestion}`);
}
