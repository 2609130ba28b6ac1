import { expect, it } from 'vitest';
import type { Emulator } from './emulator.js';
import { serviceEndpoints } from './service-endpoints.js';

const row = (name: string, services: string[]): Emulator => ({
  name,
  entryPoint: `${name}:main`,
  arguments: () => [],
  environment: () => ({}),
  readyPath: '/ready',
  reset: '/reset',
  services,
});

it('returns for every service the URL of its emulator', () => {
  expect(serviceEndpoints([row('moto', ['EC2', 'RDS']), row('ministack', ['S3'])], [5_001, 5_002])).toEqual({
    EC2: 'http://127.0.0.1:5001',
    RDS: 'http://127.0.0.1:5001',
    S3: 'http://127.0.0.1:5002',
  });
});
