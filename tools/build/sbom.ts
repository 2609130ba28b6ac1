import { createHash } from 'node:crypto';

/** A package that is built in. */
export interface BuiltPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** The members of a package.json that its SBOM repeats. */
export interface SbomManifest extends BuiltPackage {
  readonly description: string;
  readonly dependencies?: Readonly<Record<string, string>> | undefined;
  readonly repository?: { readonly url: string } | undefined;
}

/** What the SBOM uses of pnpm-lock.yaml. */
export interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly resolution: { readonly integrity?: string } }>>;
  readonly snapshots: Readonly<Record<string, { readonly dependencies?: Readonly<Record<string, string>> }>>;
}

/** A package that is not built in: it is installed with ours, or by ours when it runs. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  readonly type: 'npm' | 'pypi';
}

export interface SbomInput {
  readonly manifest: SbomManifest;
  readonly built: readonly BuiltPackage[];
  readonly installed: readonly InstalledPackage[];
  readonly lockfile: Lockfile;
}

/**
 * The bill of materials of a package in CycloneDX 1.6: what is built in, with npm's hashes, what is installed with it, and which of them depends
 * on which. It has no time, so that the same sources give the same file.
 */
export const sbomOf = ({ manifest, built, installed, lockfile }: SbomInput): object => {
  const own = purl(manifest.name, manifest.version);
  const graph = builtGraph(built, lockfile);
  const inner = new Set([...graph.values()].flat());
  const direct = [...graph.keys()].filter((reference) => !inner.has(reference));
  const outer = installed.map(({ name, version, type }) => purl(name, version, type));
  const content = {
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        ...component(manifest),
        description: manifest.description,
        ...(manifest.repository && { externalReferences: [{ type: 'vcs', url: manifest.repository.url }] }),
      },
    },
    components: [
      ...built.map((each) => ({ ...component(each), ...hashesOf(each, lockfile) })),
      ...installed.map(({ name, version, type }) => identity(name, version, type)),
    ],
    dependencies: [
      { ref: own, dependsOn: [...direct, ...outer].sort() },
      ...[...graph].map(([ref, dependsOn]) => ({ ref, dependsOn })),
      ...outer.map((ref) => ({ ref })),
    ],
  };
  const serialNumber = `urn:uuid:${uuidOf(JSON.stringify(content))}`;
  return { bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber, version: 1, ...content };
};

const purl = (name: string, version: string, type = 'npm'): string =>
  `pkg:${type}/${name.replace('@', '%40')}@${version}`;

const identity = (name: string, version: string, type = 'npm') => ({
  type: 'library',
  'bom-ref': purl(name, version, type),
  name,
  version,
  purl: purl(name, version, type),
});

const component = ({ name, version, license }: BuiltPackage) => ({
  ...identity(name, version),
  licenses: [{ license: { id: license } }],
});

/** npm's integrity, `sha512-…` in Base64, in CycloneDX's form. */
const hashesOf = ({ name, version }: BuiltPackage, { packages }: Lockfile): object => {
  const [, content] = /^sha512-(.+)$/.exec(packages[`${name}@${version}`]?.resolution.integrity ?? '') ?? [];
  if (!content) throw new Error(`pnpm-lock.yaml has no sha512 of ${name}@${version}, which is built in.`);
  return { hashes: [{ alg: 'SHA-512', content: Buffer.from(content, 'base64').toString('hex') }] };
};

/** Which built-in package depends on which other one. */
const builtGraph = (
  built: readonly BuiltPackage[],
  { snapshots }: Lockfile,
): ReadonlyMap<string, readonly string[]> => {
  const references = new Map(built.map(({ name, version }) => [`${name}@${version}`, purl(name, version)]));
  return new Map(
    [...references].map(([key, reference]) => {
      // A package with peers has them behind its version: `a@1.0.0(b@2.0.0)`.
      const snapshot = Object.entries(snapshots).find(([name]) => name.split('(', 1)[0] === key)?.[1];
      const needed = Object.entries(snapshot?.dependencies ?? {}).map(
        ([name, version]) => `${name}@${version.split('(', 1)[0]}`,
      );
      return [reference, needed.flatMap((each) => references.get(each) ?? []).sort()];
    }),
  );
};

/** A UUID (version 8, our own) of the content. */
const uuidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
