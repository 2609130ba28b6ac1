import { globSync } from 'node:fs';
import { resolve } from 'node:path';

/** A check: a name and commands that must succeed. The commands of one check run in parallel. */
export interface Check {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
  /** The commands that `--update` runs instead. They write generated files. */
  readonly updates?: readonly (readonly string[])[] | undefined;
  /** Whether the last line of the output is shown after success. */
  readonly talks?: boolean | undefined;
}

const root = resolve(import.meta.dirname, '..');
const script = (name: string, ...parameters: string[]): readonly string[] => [
  process.execPath,
  '--no-warnings',
  `tools/${name}.ts`,
  ...parameters,
];
const projects = globSync(
  ['packages/*/tsconfig.json', 'tools/tsconfig.json', 'examples/tsconfig.json', 'bench/tsconfig.json'],
  { cwd: root },
).sort();

/** All checks, the fast ones first. */
export const checks: readonly Check[] = [
  { name: 'workspace', commands: [['sherif']] },
  { name: 'paths', commands: [script('check-paths')] },
  { name: 'format', commands: [['oxfmt', '--check', '.']], updates: [['oxfmt', '.']] },
  { name: 'exports', commands: [script('sync-exports', '--check')], updates: [script('sync-exports')] },
  { name: 'project', commands: [script('sync-project', '--check')], updates: [script('sync-project')] },
  { name: 'structure', commands: [script('check-structure')], talks: true },
  {
    name: 'api',
    commands: [script('api-report', '--check')],
    updates: [script('api-report', '--update')],
    talks: true,
  },
  { name: 'licences', commands: [script('check-licences')], talks: true },
  { name: 'changeset', commands: [script('check-changeset')] },
  { name: 'sizes', commands: [script('check-sizes')], talks: true },
  { name: 'unused', commands: [['knip']] },
  {
    name: 'reference',
    commands: [script('generate-reference', '--check')],
    updates: [script('generate-reference')],
    talks: true,
  },
  // Builds the site, compiles the snippets of its pages and looks at it in a browser, if this machine has one.
  { name: 'docs', commands: [['vitest', 'run', '--project', 'site', '--reporter=tree']], talks: false },
  { name: 'limits', commands: [script('check-policy-limits')], updates: [script('check-policy-limits', '--update')] },
  { name: 'boundaries', commands: [script('boundaries')], talks: true },
  { name: 'types', commands: projects.map((project) => ['tsc', '-p', project]) },
  { name: 'lint', commands: [['oxlint', '--type-aware']], updates: [['oxlint', '--type-aware', '--fix']] },
  { name: 'packages', commands: [script('check-packages')], talks: true },
  { name: 'examples', commands: [script('example', '--all')], talks: true },
];
