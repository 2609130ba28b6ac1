export { examplePages as default } from '../../tools/site/example-pages.ts';
