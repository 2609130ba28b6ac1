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

  it('counts upwards from the port that was asked for', async () => {
    const [port] = await freePorts(1);
    expect(await freePorts(1, port)).toEqual([port]);
  });

  it('says which port is taken', async () => {
    await using occupied = await occupyPort();
    await expect(freePorts(1, occupied.port)).rejects.toThrow(LocalAwsError);
    await expect(freePorts(1, occupied.port)).rejects.toThrow(`Port ${occupied.port} of 127.0.0.1 cannot be used`);
  });
});
