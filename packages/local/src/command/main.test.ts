import { afterEach, describe, expect, it, vi } from 'vitest';
import { helpText } from './help-text.js';
import { main } from './main.js';

const written = (stream: NodeJS.WriteStream): (() => string) => {
  const spy = vi.spyOn(stream, 'write').mockReturnValue(true);
  return () => spy.mock.calls.map(([text]) => String(text)).join('');
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe('arch-local', () => {
  it('prints the help to stdout', async () => {
    const [stdout, stderr] = [written(process.stdout), written(process.stderr)];
    expect(await main(['--help'])).toEqual({ status: 0 });
    expect(stdout()).toBe(`${helpText}\n`);
    expect(stderr()).toBe('');
  });

  it('prints the problem and the help to stderr', async () => {
    const [stdout, stderr] = [written(process.stdout), written(process.stderr)];
    expect(await main(['node', 'script.ts'])).toEqual({ status: 2 });
    expect(stderr()).toContain('put -- before a command to run');
    expect(stderr()).toContain(helpText);
    expect(stdout()).toBe('');
  });
});
