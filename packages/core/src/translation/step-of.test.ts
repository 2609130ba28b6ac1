import { describe, expect, it } from 'vitest';

import { stepOf } from './step-of.js';

describe('a step in words', () => {
  it.each([
    ['describeImage', 'describing the image'],
    ['listBuckets', 'listing the buckets'],
    ['addPermission', 'adding the permission'],
    ['putTarget', 'putting the target'],
    ['createDbInstance', 'creating the DB instance'],
    ['getQueueUrl', 'getting the queue URL'],
    ['stopInstance', 'stopping the instance'],
    ['runInstances', 'running the instances'],
    ['setQueuePolicy', 'setting the queue policy'],
    ['modifyInstance', 'modifying the instance'],
    ['allowDatabaseAccess', 'allowing the database access'],
    ['headObject', 'looking at the object'],
    ['beginTransaction', 'beginning the transaction'],
    ['completeMultipartUpload', 'completing the multipart upload'],
    ['waitForInstance', 'waiting for the instance'],
    ['subscribeToTopic', 'subscribing to the topic'],
    ['publish', 'publishing'],
    ['pause', 'pausing'],
    ['sql', 'running the SQL'],
    ['listVpcs', 'listing the VPCs'],
    ['commitTransaction', 'committing the transaction'],
    ['untagResource', 'untagging the resource'],
    ['tagResource', 'tagging the resource'],
    ['deleteEndpointConfig', 'deleting the endpoint configuration'],
    ['deleteRedshiftCluster', 'deleting the Redshift cluster'],
    ['CreateKey', 'creating the key'],
    ['DescribeDBInstances', 'describing the DB instances'],
    ['constructor', 'constructoring'],
  ])('%s is %s', (name, words) => {
    expect(stepOf(name)).toBe(words);
  });
});
