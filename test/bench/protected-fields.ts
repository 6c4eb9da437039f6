import { identity } from '@fc/identity';
import { World } from '@fc/testing/world';
import { compare, type Comparison } from './measure.ts';

/** What a sealed column costs: shown and written by its person through the gateway, beside a plain one of the same person. */
export async function protectedFields(): Promise<Comparison[]> {
  const world = await World.start({ counties: ['king'], subgraphs: [identity] });
  try {
    const parent = await world.county('king').person('PARENT', 'Noor');
    const set = (change: object): Promise<unknown> => parent.get('mutation ($input: SetContactDetailsInput!) { setContactDetails(input: $input) { id } }', { input: { personId: parent.personId, ...change } });
    await set({ email: 'noor@example.org', address: { lines: ['12 Hidden Lane'], city: 'Kent', region: 'WA', postalCode: '98030', country: 'US' } });
    let n = 0;
    return [
      await compare('show sealed contact details', () => parent.get('{ me { contactDetails { email address { city } } } }'), 'show plain names', () => parent.get('{ me { givenName familyName } }')),
      await compare('write a sealed column', () => set({ email: `noor${(n += 1)}@example.org` }), 'write a plain column of the same row', () => set({ preferred: (n += 1) % 2 ? 'CALL' : 'TEXT' })),
    ];
  } finally {
    await world.stop();
  }
}
