import { buildQueryString } from '@smithy/core/protocols';

import type { TransportRequest } from './transport.js';

/** Returns the path and the query of a request. */
export const requestTarget = ({ path, query }: TransportRequest): string => {
  const search = query ? buildQueryString(query as never) : '';
  return search ? `${path}?${search}` : path;
};

/** Returns the host of a request without the brackets of an IPv6 address. */
export const hostOf = ({ hostname }: TransportRequest): string =>
  hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
