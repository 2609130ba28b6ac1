import { posix } from 'node:path';

/** npm's own pages exist as soon as a package is published. */
const packagePage = (path: string): string | undefined => {
  const [, folder] = /^packages\/([\w-]+)\/README\.md$/.exec(path) ?? [];
  return folder && `https://www.npmjs.com/package/@arch/${folder}`;
};

/**
 * The README of a package as npm shows it: npm resolves no relative links of a README. A link to another package leads to its page on npm, the
 * others lead into the repository. While the project has no repository, their text stays without a link.
 */
export const withAbsoluteLinks = (readme: string, folder: string, repository: string | null): string =>
  readme
    .split(/^(```[\s\S]*?^```$)/m)
    .map((part, index) => (index % 2 === 1 ? part : linked(part, folder, repository)))
    .join('');

const linked = (text: string, folder: string, repository: string | null): string =>
  text.replace(/\[([^\]]+)\]\((?![a-z]+:|#)([^)\s]+)\)/g, (_, label: string, target: string) => {
    const [path = '', anchor] = target.split('#');
    const file = posix.join('packages', folder, path);
    const url = packagePage(file) ?? (repository ? `${repository}/blob/main/${file}` : undefined);
    return url ? `[${label}](${anchor ? `${url}#${anchor}` : url})` : label;
  });
