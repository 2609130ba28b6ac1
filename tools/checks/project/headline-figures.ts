/** The rows of bench/results.md and bench/calls-results.md that the README shows, with shorter names. */
const headlines: Readonly<Record<string, string>> = {
  '1,000 concurrent describes: requests': 'requests of 1,000 concurrent `describeInstance` calls',
  '1,000 concurrent describes: time': '… their time',
  '1,000 waits of 3 polls: requests': 'requests of 1,000 concurrent waits',
  'Invoke, HTTP: CPU per call': 'CPU of one invocation of a Lambda function',
  '200,000 rows of Redshift Data, against a loop over the pages of the SDK: CPU': 'CPU of 200,000 rows of SQL',
  'import of all layers: time': 'import of all layers',
  'npm install @arch/compute: size': 'size of an installation for EC2',
  'describeInstance of @arch/compute bundled, minified, everything included':
    'bundle with one function of EC2, minified',
};

/** The table of the README, from the whole table. */
export const headlineFigures = (results: string): string => {
  const rows = results.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const shown = Object.entries(headlines).map(([figure, name]) => {
    const [, , ours, theirs] = rows.find((row) => row[1] === figure) ?? [];
    if (!ours || !theirs)
      throw new Error(`the results of bench/ have no row "${figure}": adapt tools/checks/project/headline-figures.ts.`);
    return `| ${name} | ${ours} | ${theirs.replace(/ \(.*\)$/, '')} |`;
  });
  return ['| | @arch | AWS SDK v3 |', '|---|--:|--:|', ...shown].join('\n');
};
