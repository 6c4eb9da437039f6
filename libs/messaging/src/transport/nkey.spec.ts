import { describe, expect, it } from '@jest/globals';
import { createUser } from '@nats-io/nkeys';
import { nkeyAuthenticator as ofTheLibrary } from '@nats-io/transport-node';
import { nkeyAuthenticator } from './nkey.ts';

describe('who connects to NATS', () => {
  it("proves it as NATS's own library does, with any seed", () => {
    for (let times = 0; times < 3; times += 1) {
      const seed = createUser().getSeed();
      const nonce = crypto.randomUUID();
      expect(nkeyAuthenticator(new TextDecoder().decode(seed))(nonce)).toEqual(ofTheLibrary(seed)(nonce));
    }
  });

  it('does not begin with what is no seed', () => {
    const seed = new TextDecoder().decode(createUser().getSeed());
    for (const wrong of ['', 'SU', seed.slice(0, -1), `${seed.slice(0, 10)}AAAA${seed.slice(14)}`]) expect(() => nkeyAuthenticator(wrong)).toThrow();
  });
});
