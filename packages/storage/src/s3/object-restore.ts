/** Whether an archived object is being restored, or until when its copy can be read. */
export interface ObjectRestore {
  readonly ongoing: boolean;
  /** When S3 removes the copy; absent while it is being made. */
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
