import { withProcess } from './with-process.ts';

/** A running loopback server. */
export interface LoopbackServer {
  readonly endpoint: string;
  /** Returns the number of requests since the last call. */
  requests(): Promise<number>;
}

/** Starts a loopback server with the given settings, runs `work`, and stops the server. */
export const withServer = async <Result>(
  settings: Readonly<Record<string, number>>,
  work: (server: LoopbackServer) => Promise<Result>,
): Promise<Result> => {
  const env = Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]));
  return withProcess(new URL('loopback-server.ts', import.meta.url), env, (port) => {
    const endpoint = `http://127.0.0.1:${port}`;
    const requests = async (): Promise<number> =>
      ((await (await fetch(endpoint)).json()) as { requests: number }).requests;
    return work({ endpoint, requests });
  });
};

/** The settings of the clients of this library and of the SDK. */
export const settings = (endpoint: string) =>
  ({ region: 'eu-west-1', endpoint, credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' } }) as const;
