import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { isRunning } from '../__fixtures__/is-running.js';
import { killGroup } from './kill-group.js';

const parent = `
  const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 60_000)']);
  console.log(child.pid);`;

describe('killGroup', () => {
  it.skipIf(process.platform === 'win32')('ends the processes that the leader of a group has left', async () => {
    const leader = spawn(process.execPath, ['-e', parent], { detached: true });
    const [line] = (await once(leader.stdout, 'data')) as [Buffer];
    leader.kill('SIGKILL');
    await once(leader, 'exit');
    expect(await isRunning(Number(line))).toBe(true);
    killGroup(leader.pid);
    await expect.poll(() => isRunning(Number(line)), { timeout: 5_000 }).toBe(false);
  });

  it('does nothing if no process is left', async () => {
    const leader = spawn(process.execPath, ['-e', ''], { detached: true });
    await once(leader, 'exit');
    expect(() => killGroup(leader.pid)).not.toThrow();
    expect(() => killGroup(undefined)).not.toThrow();
  });
});
