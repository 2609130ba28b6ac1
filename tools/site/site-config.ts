import { defineConfig, type MarkdownRenderer, type UserConfig } from 'vitepress';
import llms from 'vitepress-plugin-llms';

import { anchorOf } from '../reference/anchors.ts';
import { describedPages } from './described-pages.ts';
import { fences } from './fences.ts';
import { referenceSidebar } from './reference-sidebar.ts';
import { sourceLinks } from './source-links.ts';

const guide = (text: string, link: string): { text: string; link: string } => ({ text, link });

const guides = [
  {
    text: 'Start',
    items: [guide('Getting started', '/getting-started'), guide('Examples', '/examples/')],
  },
  {
    text: 'Calls',
    items: [
      guide('Sessions', '/sessions'),
      guide('Credentials', '/credentials'),
      guide('Settings', '/settings'),
      guide('Errors and outcomes', '/errors'),
      guide('Waiting', '/waiting'),
      guide('Lists', '/lists'),
      guide('Any command of the SDK', '/any-command'),
    ],
  },
  {
    text: 'Tasks',
    items: [
      guide('Transfers', '/transfers'),
      guide('S3-compatible stores', '/s3-stores'),
      guide('SQL', '/sql'),
      guide('Queues', '/queues'),
      guide('Events', '/events'),
    ],
  },
  {
    text: 'Tests and builds',
    items: [
      guide('Testing', '/testing'),
      guide('The local AWS', '/local-aws'),
      guide('Jest, bundlers, Lambda, CommonJS, pnpm', '/toolchains'),
    ],
  },
  {
    text: 'Coming from',
    items: [
      guide('AWS SDK for JavaScript v3', '/coming-from/sdk-v3'),
      guide('boto3', '/coming-from/boto3'),
      guide('AWS CLI', '/coming-from/aws-cli'),
    ],
  },
  {
    text: 'About',
    collapsed: true,
    items: [
      guide('Architecture', '/architecture'),
      guide('The cost of a call', '/cost-of-a-call'),
      guide('The cost of a transfer', '/cost-of-a-transfer'),
      guide('Naming', '/naming'),
      guide('Adding an operation', '/adding-an-operation'),
      guide('Decisions', '/decisions/'),
    ],
  },
];

/** The site of the documentation: the Markdown pages of `docs`, with search and pages for language models. */
export const siteConfig: UserConfig = defineConfig({
  title: 'arch',
  description: 'Typed functions for AWS, one package per layer of its architecture.',
  lang: 'en',
  cleanUrls: true,
  outDir: '../.site',
  cacheDir: '../node_modules/.cache/vitepress',
  markdown: {
    theme: { light: 'github-light', dark: 'github-dark' },
    anchor: { slugify: anchorOf },
    config: (markdown: MarkdownRenderer) => {
      markdown.use(sourceLinks).use(fences);
    },
  },
  vite: { plugins: [describedPages, llms({ domain: '' })], build: { chunkSizeWarningLimit: 10_000 } },
  themeConfig: {
    search: { provider: 'local' },
    outline: { level: [2, 3] },
    nav: [
      { text: 'Guides', link: '/getting-started', activeMatch: '^/(?!reference|examples)' },
      { text: 'Reference', link: '/reference/', activeMatch: '^/reference/' },
      { text: 'Examples', link: '/examples/', activeMatch: '^/examples/' },
    ],
    sidebar: { '/': guides, '/reference/': referenceSidebar() },
  },
});
