import { ConflictError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { connectionInfo } from './index.js';

const hostname = 'orders.abcdefghijkl.eu-west-1.rds.amazonaws.com';
const secret = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-1';
const described = (Engine: string, Port: number, more: object = {}): object => ({
  DBInstances: [
    {
      DBInstanceIdentifier: 'orders',
      DBInstanceClass: 'db.t4g.micro',
      DBInstanceStatus: 'available',
      Engine,
      Endpoint: { Address: hostname, Port, HostedZoneId: 'Z29XKXDKYMONMX' },
      MasterUsername: 'master',
      ...more,
    },
  ],
});

describe('connectionInfo', () => {
  it('returns endpoint, database, user name and the secret of the password', async () => {
    await using aws = fakeAws();
    const more = { DBName: 'shop', MasterUserSecret: { SecretArn: secret }, IAMDatabaseAuthenticationEnabled: true };
    aws.on('DescribeDBInstances', described('postgres', 5_432, more));
    expect(await connectionInfo('orders', { session: aws.session })).toEqual({
      dbInstanceIdentifier: 'orders',
      engine: 'postgres',
      hostname,
      port: 5_432,
      username: 'master',
      dbName: 'shop',
      masterUserSecretArn: secret,
      iamDatabaseAuthenticationEnabled: true,
      url: `postgresql://master@${hostname}:5432/shop`,
    });
    const other = { dbInstanceIdentifier: 'orders', username: 'a b@c', dbName: 'my/db' };
    expect(await connectionInfo(other, { session: aws.session })).toMatchObject({
      username: 'a b@c',
      dbName: 'my/db',
      url: `postgresql://a%20b%40c@${hostname}:5432/my%2Fdb`,
    });
    expect(aws.requests.map(({ input }) => input)).toEqual([
      { DBInstanceIdentifier: 'orders' },
      { DBInstanceIdentifier: 'orders' },
    ]);
  });

  it.each([
    ['postgres', 5_432, {}, `postgresql://master@${hostname}:5432/postgres`],
    ['aurora-postgresql', 5_432, { DBName: 'shop' }, `postgresql://master@${hostname}:5432/shop`],
    ['mysql', 3_306, { DBName: 'shop' }, `mysql://master@${hostname}:3306/shop`],
    ['mariadb', 3_306, {}, `mysql://master@${hostname}:3306`],
    ['aurora-mysql', 3_306, {}, `mysql://master@${hostname}:3306`],
    ['sqlserver-se', 1_433, {}, `mssql://master@${hostname}:1433`],
    ['oracle-se2', 1_521, { DBName: 'ORCL' }, `oracle://master@${hostname}:1521/ORCL`],
    ['db2-se', 50_000, { DBName: 'shop' }, `db2://master@${hostname}:50000/shop`],
    ['unknown', 7_000, {}, undefined],
  ])('returns the URL for %s on port %i', async (engine, port, more, url) => {
    await using aws = fakeAws({ answers: { DescribeDBInstances: described(engine, port, more) } });
    const info = await connectionInfo('orders', { session: aws.session });
    expect(info.url).toBe(url);
    expect('url' in info).toBe(url !== undefined);
    expect(info.iamDatabaseAuthenticationEnabled).toBe(false);
  });

  it('throws ConflictError without an endpoint, and NotFoundError for an unknown DB instance', async () => {
    await using aws = fakeAws();
    aws.once('DescribeDBInstances', described('mysql', 0, { DBInstanceStatus: 'creating', Endpoint: undefined }));
    aws.once('DescribeDBInstances', awsError('DBInstanceNotFound', 'DBInstance orders not found.', { status: 404 }));
    const early = connectionInfo('orders', { session: aws.session });
    await expect(early).rejects.toThrow(ConflictError);
    await expect(early).rejects.toThrow(
      'connectionInfo: DB instance orders has no endpoint yet (state creating). Wait with waitForDbInstance.',
    );
    await expect(connectionInfo('orders', { session: aws.session })).rejects.toThrow(NotFoundError);
    await expect(connectionInfo('or/ders', { session: aws.session })).rejects.toThrow(InvalidInputError);
  });
});
