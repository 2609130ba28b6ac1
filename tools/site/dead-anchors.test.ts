import { expect, it } from 'vitest';

import { deadAnchors } from './dead-anchors.ts';

it('finds links to pages and headings that do not exist', () => {
  const pages = new Map([
    ['index', '<a href="/guide">1</a> <a href="/guide#one">2</a> <a href="/guide#two">3</a> <a href="/none">4</a>'],
    [
      'guide',
      '<h2 id="one">One</h2> <a class="header" href="#one">5</a> <a href="#three">6</a> <a href="https://x.com/#a">7</a>',
    ],
    ['reference/index', '<a href="/reference/">8</a> <a href="/">9</a> <a href="/guide.md">10</a>'],
  ]);
  expect(deadAnchors(pages)).toEqual(['index: /guide#two', 'index: /none', 'guide: #three']);
});
