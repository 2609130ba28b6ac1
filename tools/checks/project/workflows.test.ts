import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../root.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Workflow {
  readonly name: string;
  readonly on: object;
  readonly permissions?: object;
  readonly jobs: Readonly<Record<string, { readonly 'timeout-minutes'?: number; readonly steps: readonly Step[] }>>;
}

interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly { readonly type: string; readonly id?: string; readonly attributes: object }[];
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const filesIn = (folder: string): readonly string[] => globSync(`${folder}/*.yml`, { cwd: root }).sort();
const workflows = filesIn('.github/workflows').map((file) => ({ file, workflow: parse(read(file)) as Workflow }));
const steps = workflows.flatMap(({ file, workflow }) =>
  Object.values(workflow.jobs).flatMap((job) => job.steps.map((step) => ({ file, ...step }))),
);

it('has the workflows that the documentation names', () => {
  expect(workflows.map(({ workflow }) => workflow.name)).toEqual(['CI', 'CodeQL', 'Nightly', 'Release', 'Scorecard']);
});

it.each(workflows)('limits permissions and time in $file', ({ workflow }) => {
  expect(Object.values(workflow.permissions ?? { all: 'write' })).not.toContain('write');
  for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0);
});

it('uses actions by a version', () => {
  const used = steps.flatMap(({ uses }) => uses ?? []);
  expect(used.length).toBeGreaterThan(10);
  expect(used.filter((name) => !/^[\w-]+\/[\w/-]+@v\d+(\.\d+){0,2}$/.test(name))).toEqual([]);
});

it('runs only commands and files that exist', () => {
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: object };
  const commands = steps.flatMap(({ run }) => run ?? []).join('\n');
  const files = [...commands.matchAll(/(?:tools|\.ci)\/\S+/g)].map(([file]) => file);
  const names = [...JSON.stringify(workflows).matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  expect(names.filter((name) => !Object.hasOwn(scripts, name!))).toEqual([]);
  expect(new Set([...files, ...names])).toContain('.ci/run');
});

it('refuses to publish before the values of the project are set', () => {
  const release = steps.filter(({ file }) => file.endsWith('release.yml'));
  const refusal = release.findIndex(({ run }) => run?.includes('sync-project.ts --check --release'));
  expect(refusal).toBeGreaterThan(-1);
  expect(release.findIndex(({ uses }) => uses?.startsWith('changesets/action'))).toBeGreaterThan(refusal);
});

const templates = filesIn('.github/ISSUE_TEMPLATE').filter((file) => !file.endsWith('config.yml'));

it.each(templates)('has a form that GitHub can show in %s', (file) => {
  const { name, description, body } = parse(read(file)) as Form;
  expect([name, description].every((text) => text.length > 2)).toBe(true);
  for (const { type, id, attributes } of body) {
    expect(['markdown', 'input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
    expect(attributes).toHaveProperty(type === 'markdown' ? 'value' : 'label');
    expect(Boolean(id)).toBe(type !== 'markdown');
  }
});

it('asks for updates of the SDK once a week, as one group', () => {
  const { packageRules } = JSON.parse(read('renovate.json')) as {
    readonly packageRules: readonly { readonly matchPackageNames?: readonly string[] }[];
  };
  expect(packageRules.find(({ matchPackageNames }) => matchPackageNames?.includes('@aws-sdk/**'))).toMatchObject({
    groupName: 'AWS SDK',
    schedule: ['before 6am on monday'],
  });
});

it('has the pinned Node.js in .nvmrc', () => {
  const { devDependencies } = JSON.parse(read('package.json')) as {
    readonly devDependencies: { readonly node: string };
  };
  expect(read('.nvmrc').trim()).toBe(devDependencies.node);
});
