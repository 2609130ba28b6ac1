import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../package-file.js';
import { emulators } from './emulators.js';

const services = emulators.flatMap((emulator) => emulator.services);

describe('the table of emulators', () => {
  it('names every service once, as the SDKs spell it in their variables', () => {
    expect(new Set(services).size).toBe(services.length);
    for (const service of services) expect(service).toMatch(/^[A-Z][A-Z0-9_]*$/);
  });

  it.each([
    [['EC2', 'AUTO_SCALING', 'ELASTIC_LOAD_BALANCING_V2', 'EBS']],
    [['RDS', 'SECRETS_MANAGER']],
    [['LAMBDA', 'S3', 'SQS', 'SNS', 'EVENTBRIDGE', 'API_GATEWAY', 'APIGATEWAYV2', 'IAM', 'STS', 'CLOUDWATCH_LOGS']],
  ])('keeps in one emulator what has to see each other: %s', (together) => {
    const servers = emulators.filter((emulator) => together.some((service) => emulator.services.includes(service)));
    expect(servers).toHaveLength(1);
    expect(servers[0]?.services).toEqual(expect.arrayContaining(together));
  });

  it('sends what no row names to moto', () => {
    expect(emulators[0]?.name).toBe('moto');
  });

  it.each(emulators)('tells $name its port and 127.0.0.1', (emulator) => {
    const told = [...emulator.arguments(5_001), ...Object.values(emulator.environment(5_001))];
    expect(told).toEqual(expect.arrayContaining(['127.0.0.1', '5001']));
  });

  it.each(emulators)('stands in the README as it is: $name', async ({ name, services: served }) => {
    const readme = await readFile(packageFile('README.md'), 'utf8');
    const row = readme.split('\n').find((line) => line.startsWith(`| ${name} `)) ?? '';
    expect([...row.matchAll(/`([A-Z0-9_]+)`/g)].map(([, service]) => service)).toEqual(served);
  });
});
