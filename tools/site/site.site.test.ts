import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { runCommand } from '../run-command.ts';
import { deadAnchors } from './dead-anchors.ts';
import { findBrowser } from './find-browser.ts';
import { serveFolder } from './static-server.ts';
import { root } from '../root.ts';

const site = join(root, '.site');
const read = (path: string): string => readFileSync(join(site, path), 'utf8');
const htmlPages = (): readonly string[] =>
  globSync('**/*.html', { cwd: site })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path !== '404.html')
    .sort();

beforeAll(async () => {
  const { status, output } = await runCommand(['vitepress', 'build', 'docs'], { cwd: root, quiet: true });
  // VitePress fails on links to pages that do not exist.
  expect(output.replace(/^llmstxt.*$/gm, '')).toContain('build complete');
  expect(status).toBe(0);
});

it('links only to pages and headings that exist', () => {
  const pages = new Map(htmlPages().map((path) => [path.replace(/\.html$/, ''), read(path)]));
  expect(deadAnchors(pages)).toEqual([]);
});

it('has every page as Markdown, and files that list them for language models', () => {
  const isBeside = (path: string): boolean =>
    existsSync(join(site, path.replace(/\.html$/, '.md'))) ||
    existsSync(join(site, path.replace(/\/index\.html$/, '.md')));
  expect(htmlPages().filter((path) => path !== 'index.html' && !isBeside(path))).toEqual([]);
  expect(read('llms.txt')).toContain('(/reference/compute/ec2/instances.md)');
  const entries = read('llms.txt').match(/^ *- \[.*$/gm) ?? [];
  expect(entries.length).toBeGreaterThan(150);
  expect(entries.filter((entry) => !/\]\(\S+\.md\): \S.*\.$/.test(entry))).toEqual([]);
  expect(read('llms-full.txt')).toContain('startInstance(input: string | StartInstanceInput');
});

const executablePath = findBrowser();
const title = executablePath ? 'in a browser' : 'in a browser (skipped: no Chromium or Chrome; set CHROME_PATH)';

describe.skipIf(!executablePath)(title, () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveFolder>>;

  beforeAll(async () => {
    server = await serveFolder(site);
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });

  afterAll(async () => {
    await browser.close();
    await server[Symbol.asyncDispose]();
  });

  it('finds startInstance by the search', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}/`);
    await page.locator('.DocSearch-Button').click();
    await page.locator('.search-input').fill('startInstance');
    const results = page.locator('.results a[href*="/reference/compute/ec2/instances#startinstance"]');
    await results.first().waitFor();
    await results.first().click();
    await page.waitForURL('**/reference/compute/ec2/instances#startinstance');
    await page.close();
  });

  it('scrolls no page sideways on a phone', async () => {
    // Without scripts the pages look the same, and load faster.
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    const wide: string[] = [];
    const guides = htmlPages().filter((path) => !path.startsWith('reference/'));
    const largest = htmlPages().toSorted((one, other) => read(other).length - read(one).length);
    for (const path of new Set([...guides, ...largest.slice(0, 20)])) {
      await page.goto(`${server.url}/${path}`, { waitUntil: 'load' });
      const width = await page.evaluate('document.documentElement.scrollWidth');
      if (Number(width) > 390) wide.push(`${path}: ${String(width)}`);
    }
    await page.close();
    expect(wide).toEqual([]);
  });
});
