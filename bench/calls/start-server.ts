import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The running server of the calls. */
export interface CallServer {
  readonly endpoint: string;
  /** Its certificate, over TLS. */
  readonly ca?: string | undefined;
}

/** Starts the server as a process of its own, runs `work`, and stops it. */
export const withCallServer = async <Result>(
  isTls: boolean,
  work: (server: CallServer) => Promise<Result>,
): Promise<Result> => {
  const child = spawn(process.execPath, ['--no-warnings', fileURLToPath(new URL('server.ts', import.meta.url))], {
    env: { ...process.env, TLS: isTls ? '1' : '0' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const { port, ca } = JSON.parse(line.toString()) as { port: number; ca?: string };
    return await work({ endpoint: `${isTls ? 'https' : 'http'}://127.0.0.1:${port}`, ca });
  } finally {
    child.stdin.end();
    await once(child, 'exit');
  }
};
