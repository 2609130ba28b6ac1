import { fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { contentTypeOf } from './content-type-of.js';
import { uploadFile } from './index.js';

it.each([
  ['report.csv', 'text/csv'],
  ['a/b.c/page.HTML', 'text/html'],
  ['prices.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['archive.tar.gz', 'application/gzip'],
  ['json', 'application/octet-stream'],
  ['folder/html', 'application/octet-stream'],
  ['.html', 'application/octet-stream'],
  ['data.unknown-extension', 'application/octet-stream'],
  ['', 'application/octet-stream'],
])('returns for %s the content type %s', async (path, type) => {
  expect(await contentTypeOf(path)).toBe(type);
});

it('uploads with the content type of the input, of the file name, or of the key if there is no file', async () => {
  await using aws = fakeAws({ answers: { PutObject: { ETag: '"e"' } } });
  const object = { bucket: 'reports', key: 'page.html' };
  const body = new Uint8Array(1);
  await uploadFile({ ...object, body }, { session: aws.session });
  await uploadFile(
    { ...object, path: import.meta.filename.replace(/[^/]*$/, '../../../package.json') },
    { session: aws.session },
  );
  await uploadFile({ ...object, body, contentType: 'text/plain' }, { session: aws.session });
  const types = aws.requests.map(({ headers }) => headers['content-type']);
  expect(types).toEqual(['text/html', 'application/json', 'text/plain']);
});
