/** The restore of an archived object. */
export interface ObjectRestore {
  /** Whether the restore is in progress. */
  readonly ongoing: boolean;
  /** The time at which S3 removes the restored copy, in UTC. Absent while the restore is in progress. */
  readonly expiryDate?: Date | undefined;
}

/**
 * Reads `x-amz-restore`: `ongoing-request="false", expiry-date="Fri, 21 Dec 2012 00:00:00 GMT"`.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 */
export const readObjectRestore = (header: unknown): ObjectRestore | undefined => {
  if (typeof header !== 'string') return undefined;
  const [, ongoing] = /ongoing-request="(true|false)"/.exec(header) ?? [];
  if (ongoing === undefined) return undefined;
  const [, text = ''] = /expiry-date="([^"]+)"/.exec(header) ?? [];
  const expiryDate = new Date(text);
  return { ongoing: ongoing === 'true', ...(!Number.isNaN(expiryDate.getTime()) && { expiryDate }) };
};
