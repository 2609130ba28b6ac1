import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../package-file.js';
import { emulators } from './emulators.js';

const services = emulators.flatMap((emulator) => emulator.services);

describe('the table of emulators', () => {
  it('contains every service once, in the form of the variables of the SDKs', () => {
    expect(new Set(services).size).toBe(services.length);
    for (const service of services) expect(service).toMatch(/^[A-Z][A-Z0-9_]*$/);
  });

  it.each([
    [['EC2', 'AUTO_SCALING', 'ELASTIC_LOAD_BALANCING_V2', 'EBS']],
    [['RDS', 'SECRETS_MANAGER']],
    [['LAMBDA', 'S3', 'SQS', 'SNS', 'EVENTBRIDGE', 'API_GATEWAY', 'APIGATEWAYV2', 'IAM', 'STS', 'CLOUDWATCH_LOGS']],
  ])('has one emulator for services that use resources of each other: %s', (together) => {
    const servers = emulators.filter((emulator) => together.some((service) => emulator.services.includes(service)));
    expect(servers).toHaveLength(1);
    expect(servers[0]?.services).toEqual(expect.arrayContaining(together));
  });

  it('begins with moto, which serves all other services', () => {
    expect(emulators[0]?.name).toBe('moto');
  });

  it.each(emulators)('passes the port and 127.0.0.1 to $name', (emulator) => {
    const values = [...emulator.arguments(5_001), ...Object.values(emulator.environment(5_001))];
    expect(values).toEqual(expect.arrayContaining(['127.0.0.1', '5001']));
  });

  it.each(emulators)('has the same services of $name as the README', async ({ name, services: served }) => {
    const readme = await readFile(packageFile('README.md'), 'utf8');
    const row = readme.split('\n').find((line) => line.startsWith(`| ${name} `)) ?? '';
    expect([...row.matchAll(/`([A-Z0-9_]+)`/g)].map(([, service]) => service)).toEqual(served);
  });
});
