import { expect, it } from 'vitest';

import { shownOutput } from './shown-output.js';

it.each([
  ['sign-in-first\n', 'sign-in-first.'],
  ['\u001B[31mError:\u001B[0m token expired.\r\nRun vault login!\n', 'Error: token expired. / Run vault login!'],
  ['', ''],
  ['\n \n', ''],
  ['one\ntwo\nthree\nfour\nfive\nsix', 'three / four / five / six.'],
  ['See https://login.example.com/device for help', 'See https://login.example.com/device for help.'],
])('shows the end of the words of a program: %j', (text, shown) => {
  expect(shownOutput(text)).toBe(shown);
});

it.each([
  'AKIAIOSFODNN7EXAMPLE is not allowed',
  'secret wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY is wrong',
  '{"SecretAccessKey": "short-secret"}',
  'aws_session_token = marker',
  'password: marker',
  'Authorization: Bearer eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl',
  'bearer marker-marker',
  'fetching https://user:marker@vault.example.com/keys',
  'fetching https://vault.example.com/keys?sig=marker',
  'hash 0123456789abcdef0123456789abcdef',
])('hides what looks like a key: %s', (text) => {
  const shown = shownOutput(text);
  expect(shown).toContain('(not shown)');
  expect(shown).not.toMatch(/AKIA|wJalr|short-secret|marker|eyJ|0123456789abcdef/);
});
