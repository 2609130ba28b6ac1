import { type Operation, presignUrl, task, text, z } from '@arch/core/builder';

export interface GenerateDbAuthTokenInput {
  /** The endpoint as AWS gives it, no other name for it, e.g. `orders.abcdefghijkl.eu-west-1.rds.amazonaws.com`. */
  readonly hostname: string;
  /** e.g. 5432. */
  readonly port: number;
  /** The user of the database, as it is spelt there. */
  readonly username: string;
}

const validForSeconds = 900;

/**
 * The region of an endpoint; RDS rejects a token that is signed for another one. It is before `rds` in most partitions and after it in China
 * and in some GovCloud endpoints, e.g. `orders.abcdefghijkl.rds.cn-north-1.amazonaws.com.cn`.
 */
const regionIn = (hostname: string): string | undefined => {
  const [, before, after] =
    /\.(?:([a-z]+(?:-[a-z]+)+-\d+)\.rds|rds\.([a-z]+(?:-[a-z]+)+-\d+))\.[^.]+\./.exec(hostname.toLowerCase()) ?? [];
  return before ?? after;
};

/**
 * Makes a token that stands for a database user's password for 15 minutes, or as long as the credentials that sign it last. It is signed
 * here, nothing is sent, and it is a secret. The instance has to have `enableIamDatabaseAuthentication`, the user has to be one that signs
 * in by IAM (`GRANT rds_iam TO app` in PostgreSQL, `IDENTIFIED WITH AWSAuthenticationPlugin` in MySQL and MariaDB), and the connection has
 * to use TLS. It is signed for the region of the endpoint, in every partition; for a hostname without a region, for that of the session.
 *
 * @example
 * const { hostname, port } = await connectionInfo('orders');
 * const password = await generateDbAuthToken({ hostname, port, username: 'app' });
 * @throws {CredentialsError} there are no credentials to sign it with.
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
