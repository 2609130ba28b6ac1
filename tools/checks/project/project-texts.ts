import type { Project } from './project.ts';

/** The marked regions that follow from the project, by name. */
export const regionTexts = ({
  repository,
  securityContact,
  conductContact,
}: Project): Readonly<Record<string, string>> => ({
  'security-contact': contactText(repository, securityContact),
  'conduct-contact': conductContact
    ? `Report it to ${conductContact}. Only the maintainers read that address.`
    : 'The address for reports is not decided yet: `conductContact` in `tools/project.json`. No package is published before it is.',
});

const contactText = (repository: string | null, contact: string | null): string => {
  const ways = [
    ...(repository
      ? [`- Use the [private report form](${repository}/security/advisories/new) of the repository.`]
      : []),
    ...(contact ? [`- Write to ${contact}.`] : []),
  ];
  if (ways.length > 0) return ways.join('\n');
  return 'The contact is not decided yet: `repository` and `securityContact` in `tools/project.json`. No package is published before they are.';
};

const region = /^(<!-- project: (\S+) -->\n)[\s\S]*?^<!-- end -->$/gm;

/** Fills the regions `<!-- project: name --> … <!-- end -->` of a page. */
export const fillProjectRegions = (page: string, texts: Readonly<Record<string, string>>): string =>
  page.replace(region, (_, opening: string, name: string) => {
    const text = texts[name];
    if (text === undefined) throw new Error(`There is no region ${name}; there are ${Object.keys(texts).join(', ')}.`);
    return `${opening}\n${text}\n\n<!-- end -->`;
  });

/** `.github/CODEOWNERS`: the owners review every change. */
export const codeOwners = ({ owners }: Project): string =>
  `# Written by npm run check -- project --update from tools/project.json.\n${owners ? `* ${owners.join(' ')}` : '# The owners are not decided yet.'}\n`;
