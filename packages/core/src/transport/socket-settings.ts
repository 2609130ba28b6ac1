/** Settings of sockets. */
export interface SocketSettings {
  readonly connectMs: number;
  readonly maxSockets: number;
  /** Whether content may be read over connections of its own. Default `true`. */
  readonly lane?: boolean | undefined;
  /** Returns proxies and certificates, with the first request. Default: none. */
  readonly network?: (() => Promise<NetworkSettings>) | undefined;
}

/** Proxies and certificates. */
export interface NetworkSettings {
  /** Certificates in PEM format that replace those of Node.js. */
  readonly ca?: string | undefined;
  /** Proxies in the form of Node's agents. */
  readonly proxies?:
    | { readonly HTTPS_PROXY?: string; readonly HTTP_PROXY?: string; readonly NO_PROXY: string }
    | undefined;
}

/** Milliseconds after which an idle socket is closed: less than the idle timeout of AWS's servers and load balancers. */
export const longestIdleMs = 10_000;
