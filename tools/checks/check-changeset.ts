// A change of the published content of a package requires a changeset: of its sources, and of packages that are built in (services, the SDK, the
// runtime), which the changesets tool does not check. Without an upstream, the check is skipped. `--base <commit>` sets the commit to compare with.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildDigests } from './changeset/build-digests.ts';
import { missingChangesets } from './changeset/missing-changesets.ts';
import { runCommand } from '../run-command.ts';
import { root } from '../root.ts';

const git = async (...parameters: string[]): Promise<string | undefined> => {
  const { status, output } = await runCommand(['git', ...parameters], { quiet: true });
  return status === 0 ? output.trim() : undefined;
};

const named = process.argv.indexOf('--base');
const bases = named < 0 ? ['origin/main', 'upstream/main'] : [process.argv[named + 1] ?? ''];
const findBase = async (): Promise<string | undefined> => {
  for (const candidate of bases) {
    const base = await git('merge-base', candidate, 'HEAD');
    if (base !== undefined) return base;
  }
  return undefined;
};

/** Builds the packages of an earlier commit and returns the digests of their content. */
const digestsAt = async (commit: string): Promise<ReadonlyMap<string, string>> => {
  const folder = mkdtempSync(join(tmpdir(), 'arch-base-'));
  try {
    for (const [command, cwd] of [
      [['git', 'worktree', 'add', '--detach', folder, commit], root],
      [['pnpm', 'install', '--frozen-lockfile', '--prefer-offline'], folder],
      [['pnpm', 'exec', 'turbo', 'run', 'build'], folder],
    ] as const) {
      const { status, output } = await runCommand(command, { cwd, quiet: true });
      if (status !== 0) throw new Error(`${command.join(' ')} failed for ${commit}:\n${output.slice(-2_000)}`);
    }
    return buildDigests(folder);
  } finally {
    await git('worktree', 'remove', '--force', folder);
    rmSync(folder, { recursive: true, force: true });
  }
};

const base = await findBase();
const changed = base === undefined ? '' : await git('diff', '--name-only', base, '--');
if (base === undefined) console.log(`skipped: there is no ${bases.join(' or ')} to compare with`);
else if (!/^(packages\/|tools\/build\/|pnpm-lock\.yaml)/m.test(changed ?? '')) console.log('no package has changed');
else {
  const added = (await git('diff', '--name-only', '--diff-filter=AM', base, '--', '.changeset')) ?? '';
  const missing = missingChangesets(await digestsAt(base), buildDigests(root), root, added.split('\n'));
  for (const name of missing)
    console.error(
      `${name} contains something else than at ${base.slice(0, 7)}, and no new changeset names it: run npx changeset`,
    );
  if (missing.length > 0) process.exitCode = 1;
}
