import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { DownloadFileInput, UploadFileInput } from '../../index.js';

/** What a process transfers. */
export interface TransferOrder {
  readonly upload?: UploadFileInput;
  readonly download?: DownloadFileInput;
  /** The file to which the process appends a line for each request for a part, before it is sent. */
  readonly log: string;
}

/** The store to which a process sends its requests. Default: the local AWS of the environment. */
export interface StoreAccess {
  readonly endpoint?: string | undefined;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
}

/** A process that has loaded the package and waits for an order. */
export interface TransferringProcess {
  /** Starts the transfer, kills the process after some milliseconds, and returns whether the transfer had ended before. */
  run(order: TransferOrder, killAfterMs: number | undefined): Promise<boolean>;
  end(): void;
}

const script = fileURLToPath(new URL('transfer.mjs', import.meta.url));
const hooks = new URL('../../../../../../../tools/from-sources.ts', import.meta.url).href;

/** Starts a process. Loading takes longer than a transfer, so the next process is started while another one transfers. */
export const startProcess = (store: StoreAccess): TransferringProcess => {
  const child = fork(script, [JSON.stringify(store)], {
    execArgv: ['--no-warnings', '--import', hooks],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'arch-compile-cache') },
  });
  const loaded = once(child, 'message');
  return {
    run: async (order, killAfterMs) => {
      await loaded;
      const ended = once(child, 'exit');
      const result = nextMessage(child);
      child.send(order);
      const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
      const [status, signal] = (await ended) as [number | null, string | null];
      clearTimeout(timer);
      if (signal === 'SIGKILL') return false;
      if (status !== 0) throw new Error(`the transfer failed: ${await result}`);
      return true;
    },
    end: () => void child.kill('SIGKILL'),
  };
};

const nextMessage = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => child.once('message', (message) => resolve(String(message))));
