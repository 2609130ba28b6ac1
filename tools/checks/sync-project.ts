// Writes the facts of tools/project.json into every published package.json, .github/CODEOWNERS and the `project` regions of
// pages, one of them with figures of bench/results.md.
// `--check` only compares. `--release` fails while a fact is missing: nothing is published without a repository and a contact.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { headlineFigures } from './project/headline-figures.ts';
import { manifestFields, missingMembers, outsideOfCatalog, publishSettings } from './project/manifest-fields.ts';
import { codeOwners, fillProjectRegions, regionTexts } from './project/project-texts.ts';
import { projectFile, readProject, unsetValues } from './project/project.ts';
import { transferFigures } from './project/transfer-figures.ts';
import { publishedPackages } from '../published-packages.ts';
import { runCommand } from '../run-command.ts';
import { root } from '../root.ts';

const check = process.argv.includes('--check');
const project = readProject(root);
const read = (file: string): string => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '');

const problems: string[] = [];
const manifestText = (file: string, folder: string): string => {
  const manifest = JSON.parse(read(file)) as { publishConfig?: object };
  problems.push(...missingMembers({ ...manifest }).map((member) => `${file}: ${member} is required`));
  const publishConfig = { ...manifest.publishConfig, ...publishSettings };
  const text = JSON.stringify({ ...manifest, ...manifestFields(project, folder), publishConfig }, null, 2);
  // The formatter orders members and breaks lines; what differs in content is written.
  return text === JSON.stringify(manifest, null, 2) ? read(file) : `${text}\n`;
};

const texts = new Map<string, string>([['.github/CODEOWNERS', codeOwners(project)]]);
const regions = {
  ...regionTexts(project),
  figures: headlineFigures(read('bench/results.md') + read('bench/calls-results.md')),
  transfers: transferFigures(read('bench/storage-results.md')),
};
for (const file of ['README.md', 'SECURITY.md', 'CODE_OF_CONDUCT.md'])
  texts.set(file, fillProjectRegions(read(file), regions));
for (const folder of publishedPackages(root)) {
  const file = `packages/${folder}/package.json`;
  texts.set(file, manifestText(file, folder));
}

const manifests = globSync(['packages/*/package.json', '{bench,examples,tools}/package.json'], { cwd: root });
for (const file of manifests.sort()) {
  problems.push(
    ...outsideOfCatalog(JSON.parse(read(file)) as Parameters<typeof outsideOfCatalog>[0]).map(
      (problem) => `${file}: ${problem}`,
    ),
  );
}

const changed = [...texts].filter(([file, text]) => read(file) !== text);
if (check) {
  for (const [file] of changed)
    problems.push(`${file}: not what ${projectFile} or bench/results.md says; run npm run check -- project --update`);
} else {
  for (const [file, text] of changed) writeFileSync(join(root, file), text);
  const formatted = changed.map(([file]) => file).filter((file) => file.endsWith('.json'));
  if (formatted.length > 0) await runCommand(['oxfmt', ...formatted], { quiet: true });
}
if (process.argv.includes('--release')) {
  for (const name of unsetValues(project))
    problems.push(`${projectFile}: ${name} is not set; set it before the first release`);
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
