import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

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
  const child = spawn(process.execPath, [fileURLToPath(new URL('loopback-server.ts', import.meta.url))], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const [port] = (await once(child.stdout, 'data')) as [Buffer];
    const endpoint = `http://127.0.0.1:${port.toString().trim()}`;
    const requests = async (): Promise<number> =>
      ((await (await fetch(endpoint)).json()) as { requests: number }).requests;
    return await work({ endpoint, requests });
  } finally {
    child.stdin.end();
    await once(child, 'exit');
  }
};

/** The settings of the clients of this library and of the SDK. */
export const settings = (endpoint: string) =>
  ({ region: 'eu-west-1', endpoint, credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' } }) as const;
