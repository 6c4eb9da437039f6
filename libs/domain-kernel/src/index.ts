export { DomainError, forbidden, notFound } from './domain-error.ts';
export { idTime, isId, newId, parseId, type Id } from './ids.ts';
export { parseCountySlug, type CountySlug } from './county-slug.ts';
