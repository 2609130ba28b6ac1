import { expect, it } from 'vitest';

import { camel, kebab, plural, singular } from './names.ts';

it.each([
  ['Instances', 'Instance'],
  ['InstanceStatuses', 'InstanceStatus'],
  ['InstanceStatus', 'InstanceStatus'],
  ['Addresses', 'Address'],
  ['IpamPolicies', 'IpamPolicy'],
  ['NetworkInsightsAnalyses', 'NetworkInsightsAnalysis'],
  ['Databases', 'Database'],
  ['Aliases', 'Alias'],
  ['Alias', 'Alias'],
  ['Quotas', 'Quota'],
])('converts the plural %s to the singular %s', (many, one) => {
  expect(singular(many)).toBe(one);
});

it.each([
  ['Instance', 'Instances'],
  ['InstanceStatus', 'InstanceStatuses'],
  ['IpamPolicy', 'IpamPolicies'],
  ['Gateway', 'Gateways'],
  ['Images', 'Images'],
])('converts the singular %s to the plural %s', (one, many) => {
  expect(plural(one)).toBe(many);
});

it('converts AWS names to camelCase and to file names, with abbreviations as words', () => {
  expect(camel('DescribeDBInstances')).toBe('describeDbInstances');
  expect(camel('KMSKeyId')).toBe('kmsKeyId');
  expect(kebab('describeDbInstance')).toBe('describe-db-instance');
  expect(kebab('listInstances')).toBe('list-instances');
});
