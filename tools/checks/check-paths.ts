// Rejects content that must not be in a committed file: paths of a machine, hosts of package registries, conflict markers, places that are not filled
// in, and syntax that examples must not use.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { runCommand } from '../run-command.ts';
import { root } from '../root.ts';

const own = 'tools/checks/check-paths.ts';

interface Rule {
  readonly what: string;
  readonly pattern: RegExp;
  /** Files that may contain it. */
  readonly except?: RegExp;
}

const rules: readonly Rule[] = [
  // Examples contain the user name `ada`.
  {
    what: 'a path of a machine',
    pattern: /(?<![\w.$}-])\/(?:work|root|home\/(?!ada\b)[a-z]\w*|Users\/(?!ada\b)[a-z]\w*)\/[\w.-]/i,
  },
  {
    what: 'a host of a package registry',
    pattern: /https?:\/\/(?:registry|[\w.-]*(?:mirror|proxy|artifactory|nexus|verdaccio))[\w.-]*(?::\d+)?\//i,
  },
  { what: 'a package from an address', pattern: /\btarball: |\bresolution:.*https?:/, except: /^(?!pnpm-lock\.yaml$)/ },
  { what: 'a conflict mark', pattern: /^(?:<{7}|>{7}) /m },
  // Users run examples with Node.js 22.18. It strips types, but does not transform `using`, and does not have the functions of later versions.
  {
    what: 'something that Node.js 22.18 does not run',
    pattern:
      /(?:^|[\s(])(?:await )?using \w+ =|DisposableStack\b|\bPromise\.try\b|\bRegExp\.escape\b|\bimport\.meta\.main\b/,
    except: /^(?!examples\/|docs\/|README|packages\/[^/]+\/README)|^docs\/adding-[\w-]+\.md$/,
  },
  {
    what: 'an example that Node.js 22.18 does not run',
    pattern: /^ \* (?:await )?using \w+ =/m,
  },
  { what: 'a place that is not filled in', pattern: /FILL IN:/, except: /^(docs\/|tools\/scaffold\/)/ },
];

const { output } = await runCommand(['git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  quiet: true,
});
const files = output.split('\0').filter((file) => file !== '' && file !== own && existsSync(join(root, file)));
const problems = files.flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8');
  return rules.flatMap(({ what, pattern, except }) => {
    const match = except?.test(file) ? undefined : pattern.exec(text);
    if (!match) return [];
    return [`${file}:${text.slice(0, match.index).split('\n').length}: ${what}: ${match[0].slice(0, 60)}`];
  });
});

for (const problem of problems) console.error(problem);
if (files.length === 0) console.error('git lists no files here.');
if (problems.length > 0 || files.length === 0) process.exitCode = 1;
