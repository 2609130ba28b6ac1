import { withProcess } from '../with-process.ts';

/** The running server of the calls. */
export interface CallServer {
  readonly endpoint: string;
  /** Its certificate, over TLS. */
  readonly ca?: string | undefined;
}

/** Starts the server as a process of its own, runs `work`, and stops it. */
export const withCallServer = <Result>(
  isTls: boolean,
  work: (server: CallServer) => Promise<Result>,
): Promise<Result> =>
  withProcess(new URL('server.ts', import.meta.url), { TLS: isTls ? '1' : '0' }, (line) => {
    const { port, ca } = JSON.parse(line) as { port: number; ca?: string };
    return work({ endpoint: `${isTls ? 'https' : 'http'}://127.0.0.1:${port}`, ca });
  });
