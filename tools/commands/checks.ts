import { globSync } from 'node:fs';
import { root } from '../root.ts';

/** A check: a name and commands that must succeed. The commands of one check run in parallel. */
export interface Check {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
  /** The commands that `--update` runs instead. They write generated files. */
  readonly updates?: readonly (readonly string[])[] | undefined;
  /** Whether the last line of the output is shown after success. */
  readonly talks?: boolean | undefined;
}

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
  { name: 'paths', commands: [script('checks/check-paths')] },
  { name: 'format', commands: [['oxfmt', '--check', '.']], updates: [['oxfmt', '.']] },
  { name: 'exports', commands: [script('checks/sync-exports', '--check')], updates: [script('checks/sync-exports')] },
  { name: 'project', commands: [script('checks/sync-project', '--check')], updates: [script('checks/sync-project')] },
  { name: 'structure', commands: [script('checks/check-structure')], talks: true },
  {
    name: 'api',
    commands: [script('checks/api-report', '--check')],
    updates: [script('checks/api-report', '--update')],
    talks: true,
  },
  { name: 'licences', commands: [script('checks/check-licences')], talks: true },
  { name: 'changeset', commands: [script('checks/check-changeset')] },
  { name: 'sizes', commands: [script('checks/check-sizes')], talks: true },
  { name: 'unused', commands: [['knip']] },
  {
    name: 'reference',
    commands: [script('reference/generate-reference', '--check')],
    updates: [script('reference/generate-reference')],
    talks: true,
  },
  // Builds the site, compiles the snippets of its pages and looks at it in a browser, if this machine has one.
  { name: 'docs', commands: [['vitest', 'run', '--project', 'site', '--reporter=tree']], talks: false },
  {
    name: 'limits',
    commands: [script('checks/check-policy-limits')],
    updates: [script('checks/check-policy-limits', '--update')],
  },
  { name: 'boundaries', commands: [script('checks/boundaries')], talks: true },
  { name: 'types', commands: projects.map((project) => ['tsc', '-p', project]) },
  { name: 'lint', commands: [['oxlint', '--type-aware']], updates: [['oxlint', '--type-aware', '--fix']] },
  { name: 'packages', commands: [script('checks/check-packages')], talks: true },
  // The type tests, and the share of core's code that its own tests run.
  { name: 'type-tests', commands: [['vitest', 'run', '--project', 'types']] },
  { name: 'coverage', commands: [['vitest', 'run', '--project', 'core', '--project', 'process', '--coverage']] },
  // Turbo caches success: packages whose builds are unchanged are not packed again.
  { name: 'packed', commands: [['turbo', 'run', 'test:packed', '--log-prefix=none']] },
  // Installs the emulators of the local AWS anew.
  { name: 'installation', commands: [['vitest', 'run', '--project', 'install', '--reporter=tree']] },
  // Follows the pages for contributors in copies of this workspace.
  { name: 'contributing', commands: [['vitest', 'run', '--project', 'workspace', '--reporter=tree']] },
  { name: 'examples', commands: [script('commands/example', '--all')], talks: true },
];
