import { posix } from 'node:path';

/** A selector for every way to name a module, `await import()` and `import type` included. A selector's pattern cannot hold a plain slash. */
const imports = (pattern) =>
  `:matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression, TSImportType)[source.value=/${pattern.replaceAll('/', '\\u002F')}/]`;

/** What belongs to some folders alone (`only`), or to all but some (`never`), and what to do instead. */
const confined = [
  { selector: imports('^@mikro-orm/'), only: ['libs/tenancy'], message: 'The ORM belongs to libs/tenancy: import from @fc/tenancy.' },
  {
    selector: imports('^pg(/|$)'),
    only: ['libs/tenancy', 'libs/testing', 'deploy/countyctl', 'deploy/local'],
    message: 'PostgreSQL is reached through @fc/tenancy.',
  },
  {
    selector: imports('^@nats-io/'),
    only: ['libs/messaging', 'libs/testing', 'deploy/countyctl', 'deploy/local', 'test'],
    message: 'NATS is reached through @fc/messaging.',
  },
  {
    selector: [
      'MemberExpression[property.name="env"]:matches([object.name="process"], [object.property.name="process"])',
      'VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name="env"]',
      imports('^(node:)?process$'),
    ].join(', '),
    only: ['libs/runtime', 'libs/testing', 'libs/tooling', 'deploy', 'test'],
    message: 'Settings come from the configuration that @fc/runtime reads: nothing else reads process.env.',
  },
  {
    selector: 'MemberExpression[object.name="console"]',
    only: ['libs/tooling', 'deploy', 'test'],
    message: 'Services write through the logger of @fc/runtime, which leaves out what must not be logged.',
  },
  {
    selector: imports('^@fc/(subgraph|tenancy)$'),
    never: ['gateway'],
    message: 'The gateway has no database and is no subgraph: of tenancy it knows @fc/tenancy/registry alone.',
  },
];

const isWithin = (place, folders) => folders.some((folder) => place === folder || place.startsWith(`${folder}/`));
const isForbidden = ({ only, never }, place) => (only ? !isWithin(place, only) : isWithin(place, never));

/** One configuration per folder that the table names, the inner ones last, because a later configuration replaces a rule's options. */
const places = [...new Set(['', ...confined.flatMap(({ only = [], never = [] }) => [...only, ...never])])].sort();

export const confinement = places.map((place) => ({
  files: [posix.join(place, '**/*.{ts,mjs}')],
  rules: {
    'no-restricted-syntax': [
      'error',
      ...confined.filter((entry) => isForbidden(entry, place)).map(({ selector, message }) => ({ selector, message })),
    ],
  },
}));
