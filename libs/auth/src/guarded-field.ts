import { Field, type FieldMiddleware, type FieldOptions, type ReturnTypeFunc } from '@nestjs/graphql';
import { Guarded } from './guarded.ts';
import { Principal } from './principal.ts';

/** Unwraps a `Guarded` for the principal of the GraphQL context; null without one. Any other value is a mistake of ours, so it throws. */
export const guardedField: FieldMiddleware<unknown, { readonly principal?: unknown }> = async ({ context, info }, next) => {
  const value: unknown = await next();
  if (!(value instanceof Guarded)) throw new Error(`${info?.parentType.name}.${info?.fieldName} is guarded, but its value is not.`);
  if (!(context.principal instanceof Principal)) return null;
  // Never undefined: Nest would answer with what `next` gave.
  return (value as Guarded<unknown>).reveal(context.principal) ?? null;
};

/** Always nullable: a person who may not read it gets null. */
export type GuardedFieldOptions = Omit<FieldOptions, 'nullable' | 'middleware'> & { readonly nullable?: true };

/**
 * A field that answers only whom its policy allows. The property must be declared `Guarded<...>`, imported as a value;
 * otherwise the class throws while it is being defined, so the service does not start.
 */
export function GuardedField(type: ReturnTypeFunc, options: GuardedFieldOptions = {}): PropertyDecorator {
  return (prototype, name) => {
    if (Reflect.getMetadata('design:type', prototype, name) !== Guarded) {
      throw new TypeError(`${prototype.constructor.name}.${String(name)} is a guarded field, so its type must be Guarded<...>.`);
    }
    Field(type, { ...options, nullable: true, middleware: [guardedField] })(prototype, name);
  };
}
