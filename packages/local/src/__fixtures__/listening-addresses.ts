import { readdir, readFile, readlink } from 'node:fs/promises';

/** Returns the addresses on which a process listens, on Linux, in the format of https://docs.kernel.org/networking/proc_net_tcp.html. */
export async function listeningAddresses(pid: number): Promise<string[]> {
  const files = await readdir(`/proc/${pid}/fd`);
  const targets = await Promise.all(files.map((file) => readlink(`/proc/${pid}/fd/${file}`).catch(() => '')));
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((table) => readFile(`/proc/net/${table}`, 'utf8').catch(() => '')),
  );
  const sockets = tables.flatMap((table) => table.split('\n').map((line) => line.trim().split(/\s+/)));
  const listening = sockets.filter(
    ([, , , state, , , , , , inode]) => state === '0A' && targets.includes(`socket:[${inode}]`),
  );
  return listening.map(([, address = '']) => address);
}
