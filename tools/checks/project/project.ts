import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The facts about the project that its files repeat. `null` is a value that is not decided yet. */
export interface Project {
  /** URL of the repository, e.g. `https://github.com/owner/arch`. */
  readonly repository: string | null;
  /** URL of the documentation. */
  readonly homepage: string | null;
  /** URL of the issue tracker. */
  readonly bugs: string | null;
  /** As npm's `author` accepts it: `Name <address> (URL)`. */
  readonly author: string | null;
  /** Mail address for reports of vulnerabilities. */
  readonly securityContact: string | null;
  /** Mail address for reports about conduct. */
  readonly conductContact: string | null;
  /** Who reviews changes: GitHub users and teams, e.g. `@owner/maintainers`. */
  readonly owners: readonly string[] | null;
}

export const projectFile = 'tools/project.json';

export const readProject = (root: string): Project =>
  JSON.parse(readFileSync(join(root, projectFile), 'utf8')) as Project;

/** The names of the values that are not decided yet. */
export const unsetValues = (project: Project): readonly string[] =>
  Object.entries(project).flatMap(([name, value]: [string, string | readonly string[] | null]) =>
    value === null || value.length === 0 ? [name] : [],
  );
