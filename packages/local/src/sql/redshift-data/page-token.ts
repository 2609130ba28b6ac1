import { invalid } from './redshift-request.js';

/** Says where the next page of `what` begins, in a form that nobody is tempted to make up. */
export function pageToken(what: string, start: number): string {
  return Buffer.from(`${what} ${start}`).toString('base64url');
}

/** Where a page begins: at 0 without a token. */
export function pageStart(what: string, token: string | undefined): number {
  if (token === undefined) return 0;
  const [name, start = ''] = Buffer.from(token, 'base64url').toString().split(' ');
  if (name !== what || !/^\d+$/.test(start)) throw invalid('NextToken is not one of this result.');
  return Number(start);
}
