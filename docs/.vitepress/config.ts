export { siteConfig as default } from '../../tools/site/site-config.ts';
