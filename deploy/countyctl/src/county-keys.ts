import { FileKeyCustodian, VaultKeyCustodian, type KeyCustodian } from '@fc/tenancy';
import type { Platform } from './platform.ts';

/** Who keeps the counties' keys on this platform. */
export const keyCustodian = ({ vault, secretsDirectory }: Platform): KeyCustodian =>
  vault ? new VaultKeyCustodian({ url: vault.url, token: () => vault.token }) : new FileKeyCustodian(secretsDirectory);
