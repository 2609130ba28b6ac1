import { AlreadyExistsError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { createListener, deleteListener, describeListener, type ListenerActionInput, listListeners } from './index.js';

const prefix = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012';
const loadBalancerArn = `${prefix}:loadbalancer/app/web/50dc6c495c0c9188`;
const targetGroupArn = `${prefix}:targetgroup/web/73e2d6bc24d8a067`;
const listenerArn = `${prefix}:listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2`;
const listener = { ListenerArn: listenerArn, LoadBalancerArn: loadBalancerArn, Port: 443, Protocol: 'HTTPS' };

describe('a listener', () => {
  it.each<[ListenerActionInput, object]>([
    [{ targetGroupArn }, { Type: 'forward', TargetGroupArn: targetGroupArn }],
    [
      { redirect: { protocol: 'HTTPS', port: 443, permanent: true } },
      { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } },
    ],
    [
      { redirect: { host: 'example.com', path: '/new', query: '' } },
      { Type: 'redirect', RedirectConfig: { Host: 'example.com', Path: '/new', Query: '', StatusCode: 'HTTP_302' } },
    ],
    [
      { fixedResponse: { statusCode: 503, messageBody: 'back soon' } },
      {
        Type: 'fixed-response',
        FixedResponseConfig: { StatusCode: '503', ContentType: 'text/plain', MessageBody: 'back soon' },
      },
    ],
  ])('sends the default action %o', async (defaultAction, action) => {
    await using aws = fakeAws({ answers: { CreateListener: { Listeners: [listener] } } });
    await createListener(
      { loadBalancerArn, protocol: 'HTTP', port: 80, defaultAction, tags: { a: 'b' } },
      { session: aws.session },
    );
    expect(aws.requests[0]?.input).toMatchObject({ DefaultActions: [action], Tags: [{ Key: 'a', Value: 'b' }] });
  });

  it('requires a certificate for HTTPS and rejects one for HTTP', async () => {
    await using aws = fakeAws({
      answers: {
        CreateListener: {
          Listeners: [
            { ...listener, Certificates: [{ CertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/1' }] },
          ],
        },
      },
    });
    const certificateArn = 'arn:aws:acm:eu-west-1:123456789012:certificate/1';
    const https = { loadBalancerArn, protocol: 'HTTPS' as const, port: 443, defaultAction: { targetGroupArn } };
    expect((await createListener({ ...https, certificateArn }, { session: aws.session })).certificateArns).toEqual([
      certificateArn,
    ]);
    expect(aws.requests[0]?.input).toMatchObject({ Certificates: [{ CertificateArn: certificateArn }] });
    await expect(createListener(https, { session: aws.session })).rejects.toThrow(
      'provide certificateArn for the protocols HTTPS and TLS, and only for these',
    );
    await expect(
      createListener({ ...https, protocol: 'HTTP', certificateArn }, { session: aws.session }),
    ).rejects.toThrow(InvalidInputError);
    expect(aws.requests).toHaveLength(1);
  });

  it('is described, listed and deleted', async () => {
    const full = {
      ...listener,
      DefaultActions: [
        { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', StatusCode: 'HTTP_301' } },
        { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '503', ContentType: 'text/plain' } },
      ],
    };
    await using aws = fakeAws({ answers: { DescribeListeners: { Listeners: [full] }, DeleteListener: {} } });
    expect((await describeListener(listenerArn, { session: aws.session })).defaultActions).toMatchObject([
      { type: 'redirect', redirect: { protocol: 'HTTPS', statusCode: 'HTTP_301' } },
      { type: 'fixed-response', fixedResponse: { statusCode: '503', contentType: 'text/plain' } },
    ]);
    expect(await listListeners({ loadBalancerArn }, { session: aws.session }).count()).toBe(1);
    await deleteListener(listenerArn, { session: aws.session });
    expect(aws.requests.map(({ operation }) => operation)).toEqual([
      'DescribeListeners',
      'DescribeListeners',
      'DeleteListener',
    ]);
  });

  it('throws NotFoundError if it does not exist and AlreadyExistsError if its port is in use', async () => {
    await using aws = fakeAws({
      answers: {
        DeleteListener: awsError('ListenerNotFound', 'not found'),
        CreateListener: awsError('DuplicateListener', 'A listener already exists on this port'),
      },
    });
    await expect(deleteListener(listenerArn, { session: aws.session })).rejects.toThrow(NotFoundError);
    await expect(
      createListener(
        { loadBalancerArn, protocol: 'HTTP', port: 80, defaultAction: { targetGroupArn } },
        { session: aws.session },
      ),
    ).rejects.toThrow(AlreadyExistsError);
  });
});
