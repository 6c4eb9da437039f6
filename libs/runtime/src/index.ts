export { readConfig, type PlatformConfig } from './config.ts';
export { disableVendorTelemetry, readGatewayConfig, type GatewayConfig } from './gateway-config.ts';
export { keepAliveMs } from './keep-alive.ts';
export { createLogger, NestLogger, type Logger } from './logger.ts';
export { FileSecrets, SecretProvider } from './secrets.ts';
