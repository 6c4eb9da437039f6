import { z } from 'zod';

const infrastructureSchema = z.object({
  postgres: z.object({ host: z.string(), port: z.int(), admin: z.object({ user: z.string(), password: z.string() }) }),
  nats: z.object({ url: z.string(), pid: z.int(), adminSeed: z.string(), seeds: z.record(z.string(), z.string()) }),
  identityProvider: z.object({
    /** The development provider, or Keycloak itself. */
    kind: z.enum(['development', 'keycloak']).default('development'),
    baseUrl: z.string(),
    adminSecret: z.string(),
    passwordGrant: z.boolean().default(true),
  }),
});
export type Infrastructure = z.infer<typeof infrastructureSchema>;

/** The PostgreSQL, NATS and identity provider that the whole test run shares. */
export function infrastructure(): Infrastructure {
  const json = process.env['FC_INFRASTRUCTURE'];
  if (!json) throw new Error('Tests on real parts need the global set-up, which says in FC_INFRASTRUCTURE where they are.');
  return infrastructureSchema.parse(JSON.parse(json));
}
