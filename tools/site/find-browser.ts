import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of an installed Chromium or Chrome: `CHROME_PATH`, on the PATH, or where the system installs it. */
export const findBrowser = (env: NodeJS.ProcessEnv = process.env): string | undefined => {
  const folders = (env['PATH'] ?? '').split(delimiter);
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [env['CHROME_PATH'] ?? '', ...candidates, ...applications].find((path) => path !== '' && existsSync(path));
};
