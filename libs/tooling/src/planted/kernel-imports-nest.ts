// Refused at libs/domain-kernel/src/clock.ts by @nx/enforce-module-boundaries bannedExternalImportsViolation
// Allowed at services/matching/src/app.module.ts
export { Injectable } from '@nestjs/common';
