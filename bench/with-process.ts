import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Starts a server as a process of its own, passes its first line to `work`, and stops it. */
export const withProcess = async <Result>(
  file: URL,
  settings: Readonly<Record<string, string>>,
  work: (line: string) => Promise<Result>,
): Promise<Result> => {
  const child = spawn(process.execPath, ['--no-warnings', fileURLToPath(file)], {
    env: { ...process.env, ...settings },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    return await work(line.toString().trim());
  } finally {
    child.stdin.end();
    await once(child, 'exit');
  }
};
