/** The URL schemes of the engines. */
const schemes: readonly (readonly [RegExp, string])[] = [
  [/^(?:aurora-)?postgres/, 'postgresql'],
  [/^(?:aurora-)?mysql$|^mariadb$/, 'mysql'],
  [/^(?:custom-)?sqlserver-/, 'mssql'],
  [/^(?:custom-)?oracle-/, 'oracle'],
  [/^db2-/, 'db2'],
];

interface Connection {
  readonly engine: string;
  readonly hostname: string;
  readonly port: number;
  readonly username?: string | undefined;
  readonly dbName?: string | undefined;
}

/** Returns a URL without a password, or `undefined` for an unknown engine. */
export const connectionUrl = ({ engine, hostname, port, username, dbName }: Connection): string | undefined => {
  const [, scheme] = schemes.find(([names]) => names.test(engine)) ?? [];
  if (scheme === undefined) return undefined;
  const user = username === undefined ? '' : `${encodeURIComponent(username)}@`;
  return `${scheme}://${user}${hostname}:${port}${dbName === undefined ? '' : `/${encodeURIComponent(dbName)}`}`;
};
