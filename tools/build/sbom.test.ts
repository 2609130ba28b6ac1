import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { expect, it } from 'vitest';

import { sbomOf } from './sbom.ts';

const client = { name: '@aws-sdk/client-ec2', version: '3.1.0', license: 'Apache-2.0' };
const helper = { name: 'tslib', version: '2.0.0', license: '0BSD' };
const digest = Buffer.from('0123'.repeat(16));
const lockfile = {
  packages: {
    '@aws-sdk/client-ec2@3.1.0': { resolution: { integrity: `sha512-${digest.toString('base64')}` } },
    'tslib@2.0.0': { resolution: { integrity: `sha512-${digest.toString('base64')}` } },
  },
  snapshots: {
    '@aws-sdk/client-ec2@3.1.0(peer@1.0.0)': { dependencies: { tslib: '2.0.0', 'not-built-in': '1.0.0' } },
    'tslib@2.0.0': {},
  },
};
const manifest = {
  name: '@arch/compute',
  version: '0.1.0',
  license: 'Apache-2.0',
  description: 'EC2 instances as typed functions.',
  repository: { url: 'git+https://github.com/ada/arch.git' },
};
const installed = [
  { name: '@arch/core', version: '0.1.0', type: 'npm' },
  { name: 'moto', version: '5.1.0', type: 'pypi' },
] as const;
const input = { manifest, built: [client, helper], installed, lockfile };

it('is valid CycloneDX 1.6', async () => {
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
  expect(await validator.validate(JSON.stringify(sbomOf(input)))).toBeNull();
});

it('names the package, what is built in with its hash, and what is installed with it', () => {
  expect(sbomOf(input)).toMatchObject({
    metadata: {
      component: {
        name: '@arch/compute',
        purl: 'pkg:npm/%40arch/compute@0.1.0',
        externalReferences: [{ type: 'vcs' }],
      },
    },
    components: [
      { name: '@aws-sdk/client-ec2', hashes: [{ alg: 'SHA-512', content: digest.toString('hex') }] },
      { name: 'tslib', licenses: [{ license: { id: '0BSD' } }] },
      { purl: 'pkg:npm/%40arch/core@0.1.0' },
      { purl: 'pkg:pypi/moto@5.1.0' },
    ],
  });
});

it('tells which package depends on which', () => {
  const { dependencies } = sbomOf(input) as { readonly dependencies: unknown };
  expect(dependencies).toEqual([
    {
      ref: 'pkg:npm/%40arch/compute@0.1.0',
      dependsOn: ['pkg:npm/%40arch/core@0.1.0', 'pkg:npm/%40aws-sdk/client-ec2@3.1.0', 'pkg:pypi/moto@5.1.0'],
    },
    { ref: 'pkg:npm/%40aws-sdk/client-ec2@3.1.0', dependsOn: ['pkg:npm/tslib@2.0.0'] },
    { ref: 'pkg:npm/tslib@2.0.0', dependsOn: [] },
    { ref: 'pkg:npm/%40arch/core@0.1.0' },
    { ref: 'pkg:pypi/moto@5.1.0' },
  ]);
});

it('is the same for the same sources, and has another serial number for others', () => {
  const { serialNumber } = sbomOf(input) as { readonly serialNumber: string };
  expect(sbomOf(input)).toHaveProperty('serialNumber', serialNumber);
  expect(sbomOf({ ...input, built: [client] })).not.toHaveProperty('serialNumber', serialNumber);
});

it('fails for a package without a hash in the lockfile', () => {
  const unknown = { ...helper, version: '9.0.0' };
  expect(() => sbomOf({ ...input, built: [unknown] })).toThrow('pnpm-lock.yaml has no sha512 of tslib@9.0.0');
});
