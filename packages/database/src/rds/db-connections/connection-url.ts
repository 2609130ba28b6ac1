/** What clients of an engine call it in a URL. */
const schemes: readonly (readonly [RegExp, string])[] = [
  [/^(?:aurora-)?postgres/, 'postgresql'],
  [/^(?:aurora-)?mysql$|^mariadb$/, 'mysql'],
  [/^(?:custom-)?sqlserver-/, 'mssql'],
  [/^(?:custom-)?oracle-/, 'oracle'],
  [/^db2-/, 'db2'],
];

interface Place {
  readonly engine: string;
  readonly hostname: string;
  readonly port: number;
  readonly username?: string | undefined;
  readonly dbName?: string | undefined;
}

/** A URL without a password, or nothing for an engine that is not known here. */
export const connectionUrl = ({ engine, hostname, port, username, dbName }: Place): string | undefined => {
  const [, scheme] = schemes.find(([names]) => names.test(engine)) ?? [];
  if (scheme === undefined) return undefined;
  const user = username === undefined ? '' : `${encodeURIComponent(username)}@`;
  return `${scheme}://${user}${hostname}:${port}${dbName === undefined ? '' : `/${encodeURIComponent(dbName)}`}`;
};
