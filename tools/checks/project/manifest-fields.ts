import type { Project } from './project.ts';

/** The members of a published package.json that follow from the project. `undefined` removes a member. */
export interface ManifestFields {
  readonly repository: { readonly type: 'git'; readonly url: string; readonly directory: string } | undefined;
  readonly homepage: string | undefined;
  readonly bugs: { readonly url: string } | undefined;
  readonly author: string | undefined;
}

export const manifestFields = (
  { repository, homepage, bugs, author }: Project,
  packageFolder: string,
): ManifestFields => ({
  repository: repository
    ? { type: 'git', url: `git+${repository}.git`, directory: `packages/${packageFolder}` }
    : undefined,
  homepage: homepage ?? undefined,
  bugs: bugs ? { url: bugs } : undefined,
  author: author ?? undefined,
});

/** What every published package publishes with: for everyone, and with a proof of the workflow that built it. */
export const publishSettings = { access: 'public', provenance: true } as const;

const required = ['description', 'keywords', 'license', 'publishConfig', 'engines', 'files'] as const;

/** The members that a published package.json lacks. */
export const missingMembers = (manifest: Readonly<Record<string, unknown>>): readonly string[] =>
  required.filter((member) => {
    const value = manifest[member];
    return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  });

/** Dependencies on the SDK with a version of their own: the catalog of pnpm-workspace.yaml has one version of each for all packages. */
export const outsideOfCatalog = (
  manifest: Readonly<Record<string, Readonly<Record<string, string>>>>,
): readonly string[] =>
  ['dependencies', 'devDependencies'].flatMap((kind) =>
    Object.entries(manifest[kind] ?? {}).flatMap(([name, version]) =>
      /^@(aws-sdk|smithy)\//.test(name) && version !== 'catalog:'
        ? [`write "${name}": "catalog:", and its version into the catalog of pnpm-workspace.yaml`]
        : [],
    ),
  );
