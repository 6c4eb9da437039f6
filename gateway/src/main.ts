import { readConfig, readGatewayConfig } from '@fc/runtime';
import { startGateway } from './start-gateway.ts';

const config = readConfig();
const running = await startGateway({ config, ...readGatewayConfig(), signingKeyPem: config.secrets.read('signing/gateway.pem') });
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void running.close());
