export { compareFiles } from './compare-files.js';
export { type Comparison, comparisons } from './comparison.js';
export { hasSameContent } from './has-same-content.js';
export { haveSameContent } from './have-same-content.js';
export { ignoresCase } from './ignores-case.js';
