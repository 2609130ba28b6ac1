import { describe, expect, it } from 'vitest';
import { LocalAwsError } from '../local-aws-error.js';
import { freePorts } from './free-ports.js';
import { occupyPort } from '../__fixtures__/occupy-port.js';

describe('freePorts', () => {
  it('finds different ports', async () => {
    const ports = await freePorts(5);
    expect(new Set(ports).size).toBe(5);
    expect(ports.every((port) => port > 0)).toBe(true);
  });

  it('returns the given port and the ports after it', async () => {
    const [port] = await freePorts(1);
    expect(await freePorts(1, port)).toEqual([port]);
  });

  it('names the port that is in use', async () => {
    await using occupied = await occupyPort();
    await expect(freePorts(1, occupied.port)).rejects.toThrow(LocalAwsError);
    await expect(freePorts(1, occupied.port)).rejects.toThrow(
      `Port ${occupied.port} of 127.0.0.1 cannot be used: choose another port, or omit it to use a free port.`,
    );
  });
});
