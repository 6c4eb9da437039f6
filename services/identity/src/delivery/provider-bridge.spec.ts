import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NotConnected } from './call-bridge.ts';
import { ProviderBridge } from './provider-bridge.ts';

describe('calls', () => {
  let server: Server;
  let baseUrl: string;
  const asked: { path: string | undefined; authorization: string | undefined; form: Record<string, string> }[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString())).on('end', () => {
        const form = Object.fromEntries(new URLSearchParams(body));
        asked.push({ path: request.url, authorization: request.headers.authorization, form });
        const [status, answer] = form['To'] === '+12065550199' ? [400, { code: 21211, status: 400 }] : form['To'] === '+12065550198' ? [503, { code: 20503 }] : [201, { sid: 'CA1', status: 'queued' }];
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  const connect = (caller: string, url = baseUrl): Promise<void> => new ProviderBridge({ baseUrl: url, account: 'AC1', token: 't0ken', from: '+12065550100' }).connect({ id: 'call', caller, callee: '+12065550102' });

  it('R79 go by the provider’s Calls resource, which shows both sides the program’s number alone', async () => {
    await connect('+12065550101');
    const Twiml = '<Response><Dial callerId="+12065550100" timeout="20"><Number>+12065550102</Number></Dial></Response>';
    expect(asked).toEqual([
      { path: '/2010-04-01/Accounts/AC1/Calls.json', authorization: `Basic ${Buffer.from('AC1:t0ken').toString('base64')}`, form: { To: '+12065550101', From: '+12065550100', Timeout: '20', Twiml } },
    ]);
  });

  it('are given up for a number that is none, and tried again while the provider is busy or away', async () => {
    await expect(connect('+12065550199')).rejects.toBeInstanceOf(NotConnected);
    await expect(connect('+12065550198')).rejects.toThrow('503');
    await expect(connect('+12065550101', 'http://127.0.0.1:1')).rejects.not.toBeInstanceOf(NotConnected);
  });
});
