import { type Operation, presignUrl, task, text, z } from '@arch/core/builder';

export interface GenerateDbAuthTokenInput {
  /** The host name of the AWS endpoint, not an alias, e.g. `orders.abcdefghijkl.eu-west-1.rds.amazonaws.com`. */
  readonly hostname: string;
  /** The port of the endpoint, e.g. `5432`. */
  readonly port: number;
  /** The name of the database user in its exact spelling, at most 128 characters. */
  readonly username: string;
}

const validForSeconds = 900;

/**
 * Returns the region in a host name; RDS rejects a token that is signed for another region. The region is before `rds` in most partitions, and
 * after it in China and in some GovCloud endpoints, e.g. `orders.abcdefghijkl.rds.cn-north-1.amazonaws.com.cn`.
 */
const regionIn = (hostname: string): string | undefined => {
  const [, before, after] =
    /\.(?:([a-z]+(?:-[a-z]+)+-\d+)\.rds|rds\.([a-z]+(?:-[a-z]+)+-\d+))\.[^.]+\./.exec(hostname.toLowerCase()) ?? [];
  return before ?? after;
};

/**
 * Returns a token that a database user can use as the password for 15 minutes, or until the credentials that sign it expire. The token is a
 * secret. The function sends no request. The DB instance must have `enableIamDatabaseAuthentication`, the user must be created for IAM
 * authentication (`GRANT rds_iam TO app` in PostgreSQL, `IDENTIFIED WITH AWSAuthenticationPlugin` in MySQL and MariaDB), and the connection
 * must use TLS. The token is signed for the region in the host name, or for the session's region if the host name contains none.
 *
 * @example
 * const { hostname, port } = await connectionInfo('orders');
 * const password = await generateDbAuthToken({ hostname, port, username: 'app' });
 * @throws {CredentialsError} there are no credentials, or they have expired.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
 */
export const generateDbAuthToken: Operation<GenerateDbAuthTokenInput, string, { on: 'dbiResourceId' | 'username' }> =
  task(() => ({
    name: 'generateDbAuthToken',
    input: z.strictObject({
      hostname: z.string().check(z.regex(/^(?=.{1,253}$)[a-z\d-]+(?:\.[a-z\d-]+)*$/i, 'a host name')),
      port: z.int().check(z.gte(1), z.lte(65_535)),
      username: text(1, 128),
    }),
    uses: [],
    permissions: [{ action: 'rds-db:connect', resources: ['arn:aws:rds-db:*:*:dbuser:{dbiResourceId}/{username}'] }],
    run: async ({ hostname, port, username }, options) => {
      const url = await presignUrl(
        {
          operation: 'generateDbAuthToken',
          service: 'rds-db',
          hostname,
          port,
          query: { Action: 'connect', DBUser: username },
          expiresInSeconds: validForSeconds,
        },
        { ...options, region: options.region ?? regionIn(hostname) },
      );
      return url.replace(/^https:\/\//, '');
    },
  }));
