import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, it } from 'vitest';

import { headlineFigures } from './headline-figures.ts';
import { manifestFields, missingMembers, outsideOfCatalog } from './manifest-fields.ts';
import { codeOwners, fillProjectRegions, regionTexts } from './project-texts.ts';
import { transferFigures } from './transfer-figures.ts';
import { type Project, unsetValues } from './project.ts';
import { root } from '../../root.ts';

const unset: Project = {
  repository: null,
  homepage: null,
  bugs: null,
  author: null,
  securityContact: null,
  conductContact: null,
  owners: null,
};
const decided: Project = {
  repository: 'https://github.com/ada/arch',
  homepage: 'https://arch.example',
  bugs: 'https://github.com/ada/arch/issues',
  author: 'Ada',
  securityContact: 'security@arch.example',
  conductContact: 'conduct@arch.example',
  owners: ['@ada/maintainers'],
};

it('names the values that are not decided', () => {
  expect(unsetValues({ ...decided, bugs: null, owners: [] })).toEqual(['bugs', 'owners']);
  expect(unsetValues(decided)).toEqual([]);
});

it('writes repository with folder, homepage, bugs and author into a package.json', () => {
  expect(manifestFields(decided, 'compute')).toEqual({
    repository: { type: 'git', url: 'git+https://github.com/ada/arch.git', directory: 'packages/compute' },
    homepage: 'https://arch.example',
    bugs: { url: 'https://github.com/ada/arch/issues' },
    author: 'Ada',
  });
});

it('writes nothing for a value that is not decided', () => {
  expect(JSON.stringify(manifestFields(unset, 'compute'))).toBe('{}');
});

it('names the members that a published package.json lacks', () => {
  const manifest = { description: '', keywords: [], license: 'Apache-2.0', publishConfig: {}, files: ['dist'] };
  expect(missingMembers(manifest)).toEqual(['description', 'keywords', 'engines']);
});

it('fills the regions of a page', () => {
  const page = '# Security\n\n<!-- project: security-contact -->\nold\n<!-- end -->\n\nMore.\n';
  expect(fillProjectRegions(page, regionTexts(decided))).toBe(
    '# Security\n\n<!-- project: security-contact -->\n\n- Use the [private report form](https://github.com/ada/arch/security/advisories/new) of the repository.\n- Write to security@arch.example.\n\n<!-- end -->\n\nMore.\n',
  );
  expect(fillProjectRegions(page, regionTexts(unset))).toContain('The contact is not decided yet');
});

it('rejects a region that it does not know', () => {
  expect(() => fillProjectRegions('<!-- project: phone -->\n<!-- end -->', regionTexts(decided))).toThrow(
    'There is no region phone; there are security-contact, conduct-contact.',
  );
});

it('lists the owners', () => {
  expect(codeOwners(decided)).toContain('\n* @ada/maintainers\n');
  expect(codeOwners(unset)).toContain('\n# The owners are not decided yet.\n');
});

it('finds dependencies on the SDK that are not in the catalog', () => {
  const dependencies = { '@aws-sdk/client-ec2': '3.1169.0', '@smithy/core': 'catalog:', vitest: '5.1.1' };
  expect(outsideOfCatalog({ dependencies })).toEqual([
    'write "@aws-sdk/client-ec2": "catalog:", and its version into the catalog of pnpm-workspace.yaml',
  ]);
});

it('shows some of the figures in the README, and fails if one has gone', () => {
  const results = ['results.md', 'calls-results.md'].map((name) => readFileSync(resolve(root, 'bench', name), 'utf8'));
  expect(headlineFigures(results.join(''))).toMatch(
    /^\| \| @arch \| AWS SDK v3 \|\n\|---\|--:\|--:\|\n(\| .+ \| .+ \| .+ \|\n?){8}$/,
  );
  expect(() => headlineFigures('')).toThrow('the results of bench/ have no row "1,000 concurrent describes: requests"');
});

it('finds the figures of transfers in the results of the bench', () => {
  const results = readFileSync(resolve(root, 'bench/storage-results.md'), 'utf8');
  expect(transferFigures(results)).toMatch(
    /^\| \| @arch \| s5cmd \| aws-cli \| SDK, s3-sync-client \|\n\|---\|--:\|--:\|--:\|--:\|\n(\| .+ \| .+ s \| .+ \| .+ \| .+ \|\n?){7}$/,
  );
  expect(() => transferFigures('')).toThrow('bench/storage-results.md has no row "upload 1024 MiB, TLS"');
});
