import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PhoneProvider } from '../../test/phone-provider.ts';
import { NotConnected } from './call-bridge.ts';
import { ProviderBridge } from './provider-bridge.ts';

describe('calls', () => {
  let provider: PhoneProvider;
  beforeAll(async () => {
    provider = await PhoneProvider.start({ sid: 'CA1', status: 'queued' }, { '+12065550199': [400, { code: 21211, status: 400 }], '+12065550198': [503, { code: 20503 }] });
  });
  afterAll(() => provider.stop());
  const connect = (caller: string, url = provider.url): Promise<void> => new ProviderBridge({ baseUrl: url, account: 'AC1', token: 't0ken', from: '+12065550100' }).connect({ id: 'call', caller, callee: '+12065550102' });

  it('R79 go by the provider’s Calls resource, which shows both sides the program’s number alone', async () => {
    await connect('+12065550101');
    const Twiml = '<Response><Dial callerId="+12065550100" timeout="20"><Number>+12065550102</Number></Dial></Response>';
    expect(provider.asked).toEqual([
      { path: '/2010-04-01/Accounts/AC1/Calls.json', authorization: `Basic ${Buffer.from('AC1:t0ken').toString('base64')}`, form: { To: '+12065550101', From: '+12065550100', Timeout: '20', Twiml } },
    ]);
  });

  it('are given up for a number that is none, and tried again while the provider is busy or away', async () => {
    await expect(connect('+12065550199')).rejects.toBeInstanceOf(NotConnected);
    await expect(connect('+12065550198')).rejects.toThrow('503');
    await expect(connect('+12065550101', 'http://127.0.0.1:1')).rejects.not.toBeInstanceOf(NotConnected);
  });
});
