// A change of a package's sources needs a changeset. Without an upstream there is nothing to compare with, and it says so.
import { runCommand } from './run-command.ts';

const exists = async (ref: string): Promise<boolean> =>
  (await runCommand(['git', 'rev-parse', '--verify', '--quiet', ref], { quiet: true })).status === 0;

const bases = ['origin/main', 'upstream/main'];
let base: string | undefined;
for (const candidate of bases) if (base === undefined && (await exists(candidate))) base = candidate;

if (base === undefined) console.log(`skipped: there is no ${bases.join(' or ')} to compare with`);
else {
  const { status, output } = await runCommand(['changeset', 'status', `--since=${base}`], { quiet: true });
  if (status !== 0) {
    console.error(`${output}\nRun npx changeset and commit the file that it writes.`);
    process.exitCode = 1;
  }
}
