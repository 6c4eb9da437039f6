import type { KnownOrganization } from '../known-organizations.ts';

/** Known throughout one state. */
export const organizationsOfStates: readonly KnownOrganization[] = [
  {
    id: '7f0f5b1e-6f3c-4f0e-9d55-0b6a54c1b001',
    name: 'Amara',
    alternateName: null,
    kind: 'COMMUNITY',
    scope: 'STATE',
    stateFips: '53',
    description: 'An organization in Washington that supports children in foster care and the families around them.',
    website: 'https://amarafamily.org/',
    offers: ['FAMILY_SERVICES', 'TRAINING'],
    strengthens: ['CONCRETE_SUPPORT'],
    languages: ['en'],
    advocacy: null,
    source: 'Its own website',
  },
];
